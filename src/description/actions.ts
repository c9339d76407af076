/** What was done, as one sentence in the past tense without its full stop. */
import type { TraineeAction } from "../world/contract/actions.ts";
import { QUANTITIES } from "../world/contract/record.ts";
import { DESCRIBE_MACHINE } from "./machineActions.ts";
import { MESSAGE_TEXTS } from "./messages.ts";
import {
  CLAMP_NAMES,
  DEVICE_NAMES,
  FETCHER_NAMES,
  FLUID_TEXTS,
  HEAD_NAMES,
  INSPECTABLE_NAMES,
  ITEM_NAMES,
  MODE_NAMES,
  RECORD_EVENT_NAMES,
  ROTATION_NAMES,
  ROUTE_NAMES,
  SITE_NAMES,
  TEAM_NAMES,
  TEST_NAMES,
  TIMER_NAMES,
  TUBE_NAMES,
  UNIT_NAMES,
} from "./names.ts";
import { decimals, percent, plainNumber } from "./numbers.ts";

/** A drug's id as a word: heparin, calcium chloride. */
const drugName = (id: string): string => id.replaceAll("-", " ");

type Describe<T extends TraineeAction["type"]> = (
  action: Extract<TraineeAction, { type: T }>,
) => string;

const DESCRIBE: { readonly [T in TraineeAction["type"]]: Describe<T> } = {
  "pump.start": ({ head }) => `Started the ${HEAD_NAMES[head]}`,
  "pump.stop": ({ head }) => `Stopped the ${HEAD_NAMES[head]}`,
  "pump.setRpm": ({ head, rpm }) => `Set the ${HEAD_NAMES[head]} to ${decimals(rpm, 0)} rpm`,
  "pump.setFlow": ({ head, flowLpm }) =>
    `Set the ${HEAD_NAMES[head]} to ${decimals(flowLpm, 2)} L/min`,
  "pump.setPower": ({ head, on }) => `Switched the ${HEAD_NAMES[head]} ${on ? "on" : "off"}`,
  "pump.setDirection": ({ head, rotation }) =>
    `Set the ${HEAD_NAMES[head]} to turn ${ROTATION_NAMES[rotation]}`,
  "pump.setTube": ({ head, tube }) => `Set the ${HEAD_NAMES[head]} to ${TUBE_NAMES[tube]} tube`,
  "pump.setOcclusion": ({ head, occlusionFraction }) =>
    `Set the occlusion of the ${HEAD_NAMES[head]} to ${percent(occlusionFraction)} %`,
  "pump.openCover": ({ head }) => `Opened the cover of the ${HEAD_NAMES[head]}`,
  "pump.closeCover": ({ head }) => `Closed the cover of the ${HEAD_NAMES[head]}`,
  "pump.reset": ({ head }) => `Reset the ${HEAD_NAMES[head]}`,
  "pump.clearJam": ({ head }) => `Cleared the ${HEAD_NAMES[head]}`,
  "pump.exchangeModule": ({ head }) => `Exchanged the module of the ${HEAD_NAMES[head]}`,
  "pump.setDisplayUnit": ({ head, unit }) =>
    `Switched the ${HEAD_NAMES[head]}'s display to ${unit === "lpm" ? "L/min" : "rpm"}`,
  "boot.move": ({ from, to }) =>
    `Moved the boot from the ${HEAD_NAMES[from]} to the ${HEAD_NAMES[to]}`,
  "crank.fetch": () => "Went for the crank",
  "crank.fit": ({ head }) => `Fitted the crank to the ${HEAD_NAMES[head]}`,
  "crank.remove": () => "Took the crank off",
  "crank.turn": ({ rotation }) => `Turned the crank ${ROTATION_NAMES[rotation]}`,
  "crank.handOver": ({ to, rpm }) =>
    to === "helper"
      ? `Handed the crank to the helper at ${decimals(rpm, 0)} rpm`
      : "Took the crank back",
  "line.clamp": ({ site }) => `Clamped the ${CLAMP_NAMES[site]}`,
  "line.unclamp": ({ site }) => `Released the clamp on the ${CLAMP_NAMES[site]}`,
  "line.straighten": ({ site }) => `Straightened the ${CLAMP_NAMES[site]}`,
  "line.tightenConnector": () => "Tightened the reservoir outlet connector",
  "electronicClamp.command": ({ open }) =>
    `Told the electronic clamp to ${open ? "open" : "close"}`,
  "electronicClamp.releaseByHand": () => "Took the line out of the electronic clamp",
  "gas.setFio2": ({ fio2Fraction }) => `Set FiO2 to ${percent(fio2Fraction)} %`,
  "gas.setSweep": ({ sweepLpm }) => `Set the sweep to ${decimals(sweepLpm, 1)} L/min`,
  "water.setPoint": ({ temperatureC }) => `Set the water to ${decimals(temperatureC, 1)} °C`,
  "water.setRunning": ({ on }) => `${on ? "Started" : "Stopped"} the heater-cooler's water`,
  "safety.setMode": ({ device, mode }) => `Set the ${DEVICE_NAMES[device]} to ${MODE_NAMES[mode]}`,
  "safety.override": ({ device, durationS }) =>
    `Overrode the ${DEVICE_NAMES[device]} for ${durationS} s`,
  "safety.endOverride": ({ device }) => `Ended the override of the ${DEVICE_NAMES[device]}`,
  "safety.link": ({ head }) => `Linked the safety devices to the ${HEAD_NAMES[head]}`,
  "safety.reset": ({ device }) => `Re-armed the ${DEVICE_NAMES[device]}`,
  "store.fetch": ({ item, by }) =>
    by === "self"
      ? `Went for the ${ITEM_NAMES[item]}`
      : `Sent the ${FETCHER_NAMES[by]} for the ${ITEM_NAMES[item]}`,
  "oxygenator.prime": () => "Began to prime the spare oxygenator",
  "oxygenator.tapBubbles": () => "Began to tap bubbles out of the spare oxygenator",
  "oxygenator.gasLine": ({ connected }) =>
    connected
      ? "Began to connect the gas line to the oxygenator"
      : "Began to take the gas line off the oxygenator",
  "oxygenator.waterLines": ({ connected }) =>
    connected
      ? "Began to connect the water lines to the oxygenator"
      : "Began to take the water lines off the oxygenator",
  "oxygenator.cut": () => "Began to cut the oxygenator out",
  "oxygenator.connect": ({ orientation }) =>
    orientation === "alongArrow"
      ? "Began to connect the new oxygenator along its arrow"
      : "Began to connect the new oxygenator against its arrow",
  "power.movePlug": () => "Had the console plugged into the emergency supply",
  "reservoir.addVolume": ({ volumeMl }) => `Added ${decimals(volumeMl, 0)} mL of crystalloid`,
  "fluid.give": ({ fluid, volumeMl }) =>
    `Gave ${decimals(volumeMl, 0)} mL of ${FLUID_TEXTS[fluid]}`,
  "team.say": ({ to, message }) =>
    `Said to the ${TEAM_NAMES[to]}: “${MESSAGE_TEXTS[message].says}”`,
  inspect: ({ what }) => `Looked at ${INSPECTABLE_NAMES[what]}`,
  "alarm.acknowledge": () => "Acknowledged the alarms",
  "alarm.pauseAudio": () => "Paused the alarm sound",
  "alarm.resumeAudio": () => "Ended the audio pause",
  "timer.start": ({ timer }) => `Started the ${TIMER_NAMES[timer]}`,
  "timer.stop": ({ timer }) => `Stopped the ${TIMER_NAMES[timer]}`,
  "timer.reset": ({ timer }) => `Reset the ${TIMER_NAMES[timer]}`,
  "drug.give": ({ drug, amount, unit, route }) =>
    `Gave ${plainNumber(amount)} ${UNIT_NAMES[unit]} of ${drugName(drug)} ${ROUTE_NAMES[route]}`,
  "drug.infuse": ({ drug, amount, unit }) =>
    `Ran ${drugName(drug)} at ${plainNumber(amount)} ${UNIT_NAMES[unit]}`,
  "drug.stop": ({ drug }) => `Stopped ${drugName(drug)}`,
  "sample.draw": ({ site, test }) => `Drew ${SITE_NAMES[site]} blood for ${TEST_NAMES[test]}`,
  "record.value": ({ quantity, value }) => {
    const { title, unit } = QUANTITIES[quantity];
    return `Wrote down: ${title} ${plainNumber(value)} ${unit}`.trimEnd();
  },
  "record.event": ({ event }) => `Wrote down: ${RECORD_EVENT_NAMES[event]}`,
  "record.note": ({ text }) => `Note: ${text}`,
  ...DESCRIBE_MACHINE,
};

export function describeAction(action: TraineeAction): string {
  // The table has one entry for each type, so the entry found takes this action.
  return (DESCRIBE[action.type] as (action: TraineeAction) => string)(action);
}
