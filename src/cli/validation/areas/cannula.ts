/** Cannulae, siphon and assist (area cannula). */
import { CANNULAE, type Cannula, NOE_BLOOD } from "../../../physiology/circuit/cannulae.ts";
import {
  cannulaMmHgPerLpm2,
  flowGainFraction,
  KINETIC_ASSIST_RATIO,
  siphonHeadMmHg,
  squareLawDropMmHg,
  squareLawFlowLpm,
} from "../../../physiology/circuit/cannulaLaw.ts";
import { type Experiment, type Inputs, Unanswerable, wordsOf } from "../experiment.ts";

const isArterial = (inputs: Inputs): boolean => inputs.has("arterial");

/** By maker and size; by size alone where all tests of a size agree; without a size by family. */
function cannulaOf(inputs: Inputs): Cannula {
  const side = isArterial(inputs) ? "arterial" : "venous";
  const name = inputs.text(side);
  const words = wordsOf(name);
  const [, size] = /(\d+)\s*fr/i.exec(name) ?? [];
  const onSide = CANNULAE.filter((one) => one.side === side);
  const sized = onSide.filter(({ frenchSize }) => frenchSize === Number(size));
  const byMaker = (size === undefined ? onSide : sized).find(({ maker }) => words.includes(maker));
  if (byMaker !== undefined) return byMaker;
  const isOneFlow = new Set(sized.map(({ testFlowLpm }) => testFlowLpm)).size === 1;
  if (isOneFlow) return sized[0];
  const family = onSide.find(({ maker }) => maker === "conventional");
  if (size === undefined && family !== undefined) return family;
  throw new Unanswerable(`No test of the cannula "${name}" was reached.`);
}

const kOf = (inputs: Inputs): number =>
  cannulaMmHgPerLpm2(
    cannulaOf(inputs),
    inputs.numberOr("Hct", 100 * NOE_BLOOD.hematocritFraction) / 100,
    inputs.numberOr("T_C", NOE_BLOOD.temperatureC),
  );

const BLOOD_KG_PER_L = 1.05;

export const CANNULA: readonly Experiment[] = [
  {
    quantity: ["head"],
    needs: ["height_cm"],
    answer: (inputs) => ({
      value: siphonHeadMmHg(
        inputs.number("height_cm"),
        inputs.numberOr("rho_blood", BLOOD_KG_PER_L),
      ),
      unit: "mmHg",
      by: "weight of the column, BL-31",
    }),
  },
  {
    quantity: ["flow increase"],
    needs: ["vacuum_from_mmHg vacuum_to_mmHg"],
    answer: (inputs) => ({
      value: flowGainFraction(inputs.number("vacuum_from_mmHg"), inputs.number("vacuum_to_mmHg")),
      unit: "fraction",
      by: "square law, BL-33",
    }),
  },
  {
    quantity: ["flow increase"],
    needs: ["change"],
    answer: (inputs) => {
      const site = inputs.words().includes("femoral") ? "femoral" : "atrial";
      return {
        value: flowGainFraction(1, KINETIC_ASSIST_RATIO[site]),
        unit: "fraction",
        by: "square law with the assist Kurusz 1999 implies, BL-33",
        isCatalogue: true,
      };
    },
  },
  {
    quantity: ["drop"],
    needs: ["arterial Q_L_min", "venous Q_L_min"],
    answer: (inputs) => ({
      value: squareLawDropMmHg(inputs.number("Q_L_min"), kOf(inputs)),
      unit: "mmHg",
      by: `${cannulaOf(inputs).source}, BL-30`,
    }),
  },
  {
    quantity: ["flow"],
    needs: ["arterial dP_mmHg", "venous dP_mmHg", "venous pump_inlet_mmHg"],
    answer: (inputs) => {
      const key = inputs.has("dP_mmHg") ? "dP_mmHg" : "pump_inlet_mmHg";
      return {
        value: squareLawFlowLpm(Math.abs(inputs.number(key)), kOf(inputs)),
        unit: "L/min",
        by: `${cannulaOf(inputs).source}, BL-30`,
      };
    },
  },
];
