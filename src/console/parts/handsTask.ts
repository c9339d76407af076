/** What the hands are busy with and for how long: while they are, other hands-on acts are refused. */
import { COLOURS } from "../../tokens/colours.ts";
import type { Task } from "../../world/contract/ids.ts";
import { fixed } from "../format.ts";
import type { Kit } from "../kit.ts";
import { box, text } from "../paint/pen.ts";
import { tagFrame } from "../paint/tag.ts";

const TASK_DEPTH = 27;

export const TASK_WORDS: Readonly<Record<Task, string>> = {
  none: "",
  fetchCrank: "Fetching the crank",
  fitCrank: "Fitting the crank",
  removeCrank: "Taking the crank off",
  moveBoot: "Moving the boot",
  exchangeModule: "Exchanging the module",
  clearJam: "Clearing the head",
  tightenConnector: "Tightening the connector",
  releaseElectronicClamp: "Freeing the line",
  movePlug: "Moving the plug",
  straightenLine: "Straightening the line",
  fetchItem: "Away to fetch",
  primeOxygenator: "Priming the spare",
  tapBubblesOut: "Tapping bubbles out",
  gasLine: "At the gas line",
  waterLines: "At the water lines",
  cutOxygenator: "Cutting out",
  connectOxygenator: "Connecting",
  calibrateAnalyser: "Calibrating the analyser",
  changeCylinder: "Changing the cylinder",
  connectHose: "At the gas hoses",
  reconnectGasLine: "Following the gas line",
  fillVaporiser: "Filling the vaporiser",
  clearScavenging: "Clearing the exhaust",
  addIce: "Adding ice",
  placeSensor: "At a sensor",
  zeroTransducer: "Setting a zero",
  levelTransducer: "Levelling a transducer",
  calibrateInline: "Calibrating in-line",
  testOcclusion: "Watching the column",
  pressureHold: "Holding pressure",
  preUseCheck: "Checking the machine",
  actOnCheck: "Acting on a finding",
  movePlugOf: "Moving a plug",
  swapHeaterCooler: "Changing heater-cooler",
  walkVenousLine: "Walking the line",
  relayBoot: "Laying the boot",
  openReservoirVent: "Opening the vent",
};

export function addHandsTask({ stage, readings, layout }: Kit): void {
  const region = layout.taskRegion;
  const task = () => readings.word<Task>("hands.task");
  const left = () => Math.ceil(readings.number("hands.taskLeftS") || 0);
  let longest = 1;
  stage.plate({
    ...region,
    depth: TASK_DEPTH,
    thing: "hands",
    shows: () => `${task()}${left()}`,
    paint: (pen) => {
      if (task() === "none") {
        longest = 1;
        return;
      }
      longest = Math.max(longest, left());
      const { x, y, w, h } = region;
      tagFrame(pen, region, null);
      text(pen, TASK_WORDS[task()], x + 10, y + 20, { size: 14.5, weight: 600 });
      text(pen, `${fixed(left(), 0)} s`, x + w - 10, y + 20, {
        size: 14.5,
        weight: 600,
        align: "right",
      });
      box(pen, x + 10, y + h - 14, w - 20, 5, { radius: 2.5, fill: COLOURS.edge });
      const share = 1 - left() / longest;
      if (share > 0.02)
        box(pen, x + 10, y + h - 14, (w - 20) * share, 5, { radius: 2.5, fill: COLOURS.t1 });
    },
  });
}
