/** A healthy adult at rest before bypass, read from the running world (area hemodynamics). */
import { type Experiment, type Inputs, Unanswerable } from "../experiment.ts";
import { atRest } from "../restingAdult.ts";

const BY = "the world with a resting adult, H-1 to H-9";
const S_PER_MIN = 60;
const ML_PER_L = 1000;

/** Only the resting adult off bypass is set up here. */
function requireRest(inputs: Inputs): void {
  const words = inputs.words();
  if (!words.includes("resting") && !words.includes("healthy") && !words.includes("baseline")) {
    throw new Unanswerable("It is not about a resting adult.");
  }
}

const rest = (
  quantity: readonly string[],
  unit: string,
  value: () => number,
  needs: readonly string[] = ["context"],
): Experiment => ({
  quantity,
  needs,
  answer(inputs) {
    requireRest(inputs);
    return { value: value(), unit, by: BY };
  },
});

const MAP = "patient.arterialPressureMeanMmHg";
const CVP = "patient.centralVenousPressureMmHg";
const OUTPUT = "patient.cardiacOutputTrueLpm";
const PULMONARY = "patient.pulmonaryPressureMeanMmHg";
const LEFT_ATRIUM = "patient.leftAtrialPressureMmHg";

/** mmHg per L/min as mmHg·s/mL. */
const resistance = (dropMmHg: number): number =>
  (dropMmHg / atRest(OUTPUT)) * (S_PER_MIN / ML_PER_L);

export const RESTING: readonly Experiment[] = [
  rest(["heart rate"], "1/min", () => atRest("patient.heartRatePerMin")),
  rest(["map", "mean arterial pressure"], "mmHg", () => atRest(MAP)),
  rest(["systolic pressure", "systolic arterial"], "mmHg", () =>
    atRest("patient.arterialPressureSystolicMmHg"),
  ),
  rest(["diastolic pressure", "diastolic arterial"], "mmHg", () =>
    atRest("patient.arterialPressureDiastolicMmHg"),
  ),
  rest(["cvp", "central venous pressure"], "mmHg", () => atRest(CVP)),
  rest(["cardiac output"], "mL/min", () => ML_PER_L * atRest(OUTPUT)),
  rest(["stroke volume"], "mL", () => atRest("patient.strokeVolumeMl")),
  rest(["ejection fraction", "ef"], "fraction", () => atRest("patient.ejectionFraction")),
  rest(["svr", "systemic vascular resistance"], "mmHg s/mL", () =>
    resistance(atRest(MAP) - atRest(CVP)),
  ),
  rest(["pvr", "pulmonary vascular resistance"], "mmHg s/mL", () =>
    resistance(atRest(PULMONARY) - atRest(LEFT_ATRIUM)),
  ),
  rest(["pulmonary arterial pressure", "pulmonary artery pressure", "mean pap"], "mmHg", () =>
    atRest(PULMONARY),
  ),
  rest(["cerebral blood flow"], "mL/min", () => ML_PER_L * atRest("patient.brainFlowTrueLpm")),
  rest(
    ["kidney blood flow", "renal blood flow"],
    "mL/s",
    () => (ML_PER_L * atRest("patient.kidneyFlowTrueLpm")) / S_PER_MIN,
  ),
  rest(
    ["coronary blood flow", "myocardial blood flow"],
    "mL/min",
    () => ML_PER_L * atRest("patient.coronaryFlowTrueLpm"),
  ),
  rest(["left atrial pressure", "wedge pressure"], "mmHg", () => atRest(LEFT_ATRIUM)),
  rest(
    ["pulse pressure"],
    "mmHg",
    () =>
      atRest("patient.arterialPressureSystolicMmHg") -
      atRest("patient.arterialPressureDiastolicMmHg"),
  ),
  rest(["brain blood flow"], "mL/min", () => ML_PER_L * atRest("patient.brainFlowTrueLpm")),
  rest(["peripheral resistance"], "mmHg s/mL", () => resistance(atRest(MAP) - atRest(CVP))),
  rest(["blood volume"], "mL", () => atRest("patient.bloodVolumeTrueMl")),
];
