/** Drives: calibration, occlusion and its tests, jog, pulsatile mode, master and follower, head by head. */
import { useState } from "preact/hooks";
import { HEAD_NAMES } from "../../../description/names.ts";
import { decimals } from "../../../description/numbers.ts";
import { HEADS, type Head } from "../../../world/contract/ids.ts";
import { Acts, Choice, onOff, type PageProps, Reading, Section, Step, useEyes } from "./parts.tsx";

const CODES: Readonly<Record<Head, string>> = {
  arterial: "ART",
  vent: "VENT",
  suck1: "S1",
  suck2: "S2",
  cardioplegia: "CPG",
};
/** What a head is given when its pulses are first switched on (set by us). */
const PULSE_START = { ratePerMin: 60, widthFraction: 0.5, baseFraction: 0.3 } as const;

export function HeadsPage({ feed, act, isReplay: disabled }: PageProps) {
  const see = useEyes(feed);
  const [head, setHead] = useState<Head>("arterial");
  const at = (what: string) => `pump.${head}.${what}`;
  const isPulsatile = see.flag(at("pulsatile"));
  const pulse = isPulsatile
    ? {
        ratePerMin: see.number(at("pulseRatePerMin")),
        widthFraction: see.number(at("pulseWidthFraction")),
        baseFraction: see.number(at("pulseBaseFraction")),
      }
    : PULSE_START;
  const setPulse = (change: Partial<typeof pulse>, on = isPulsatile) =>
    act({ type: "pump.setPulsatile", head, on, ...pulse, ...change });
  return (
    <>
      <Choice
        name="Head"
        options={HEADS.map((id) => ({ id, label: CODES[id] }))}
        current={head}
        disabled={false}
        onChoose={setHead}
      />
      <Section title={`Calibration, ${HEAD_NAMES[head]}`}>
        <Step
          name="Volume of a turn"
          unit="mL"
          value={see.number(at("strokeMlPerRev"))}
          min={5}
          max={60}
          step={0.5}
          decimals={1}
          disabled={disabled}
          onSet={(strokeMlPerRev) => act({ type: "pump.calibrate", head, strokeMlPerRev })}
        />
        <Step
          name="Occlusion"
          unit="%"
          value={see.number(at("occlusionFraction")) * 100}
          min={50}
          max={110}
          step={1}
          decimals={0}
          disabled={disabled}
          onSet={(value) =>
            act({ type: "pump.setOcclusion", head, occlusionFraction: value / 100 })
          }
        />
        <Acts
          disabled={disabled}
          acts={[
            {
              label: "Drop test",
              run: () => act({ type: "pump.testOcclusion", head, method: "drop" }),
            },
            {
              label: "Pressure-hold test",
              run: () => act({ type: "pump.testOcclusion", head, method: "pressureHold" }),
            },
            { label: "Jog", run: () => act({ type: "pump.jog", head }) },
            { label: "Lay the boot again", run: () => act({ type: "pump.relayBoot", head }) },
          ]}
        />
      </Section>
      <Section title="Pulsatile mode">
        <Choice
          name="Pulses"
          options={onOff}
          current={isPulsatile ? "on" : "off"}
          disabled={disabled}
          onChoose={(id) => setPulse({}, id === "on")}
        />
        <Step
          name="Rate"
          unit="per min"
          value={pulse.ratePerMin}
          min={30}
          max={120}
          step={5}
          decimals={0}
          disabled={disabled}
          onSet={(ratePerMin) => setPulse({ ratePerMin })}
        />
        <Step
          name="Width"
          unit="%"
          value={pulse.widthFraction * 100}
          min={20}
          max={80}
          step={5}
          decimals={0}
          disabled={disabled}
          onSet={(value) => setPulse({ widthFraction: value / 100 })}
        />
        <Step
          name="Base flow"
          unit="%"
          value={pulse.baseFraction * 100}
          min={0}
          max={90}
          step={5}
          decimals={0}
          disabled={disabled}
          onSet={(value) => setPulse({ baseFraction: value / 100 })}
        />
      </Section>
      <Section title="Master and follower">
        <Choice
          name="Follows"
          options={[
            { id: "none" as const, label: "None" },
            ...HEADS.filter((id) => id !== head).map((id) => ({ id, label: CODES[id] })),
          ]}
          current={see.word(at("master"))}
          disabled={disabled}
          onChoose={(master) => act({ type: "pump.follow", head, master, ratioFraction: 0.2 })}
        />
        <Reading
          name="Share of the master's flow"
          value={decimals(see.number(at("followRatioFraction")) * 100, 0)}
          unit="%"
        />
        <Reading
          name="Slowed by a servo"
          value={decimals(see.number(at("servoReductionFraction")) * 100, 0)}
          unit="%"
          alarmed={Math.abs(see.number(at("servoReductionFraction"))) > 0.02}
        />
      </Section>
    </>
  );
}
