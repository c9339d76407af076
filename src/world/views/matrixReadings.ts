/** The safety matrix as readings: mode, trip, override, value, limit, and the response of each head. */
import { SENSOR } from "../../machine/sensor.ts";
import { beyondAt, deviceIndex, sensorOf, showAt } from "../console/devices.ts";
import { responseIndex } from "../console/safety.ts";
import { HEADS, SAFETY_DEVICES, type SafetyDevice } from "../contract/ids.ts";
import { MOVABLE_DETECTORS, type MovableDetector } from "../contract/machineIds.ts";
import { flag, held, type Reader } from "./reader.ts";

const S = SENSOR.index;

function readingsOf(device: SafetyDevice, index: number): [string, Reader][] {
  const own = (slot: number): Reader => held("sensors", index * SENSOR.size + slot);
  return [
    [`safety.${device}.mode`, own(S.mode)],
    [`safety.${device}.tripped`, own(S.tripped)],
    [`safety.${device}.overrideLeftS`, own(S.overrideS)],
    [
      `safety.${device}.overLimit`,
      (s, into, at) => {
        into[at] = flag(beyondAt(s, index));
      },
    ],
    [`safety.${device}.shownValue`, (s, into, at) => showAt(s, index, into, at)],
    [`safety.${device}.limitValue`, own(S.limit)],
    ...HEADS.map((head, column): [string, Reader] => [
      `safety.${device}.${head}.response`,
      held("responses", responseIndex(index, column)),
    ]),
  ];
}

const placeOf = (device: MovableDetector): [string, Reader] => [
  `safety.${device}.place`,
  held("sensors", deviceIndex(device) * SENSOR.size + S.place),
];

const limitOf =
  (device: SafetyDevice): Reader =>
  (s, into, at) => {
    into[at] = sensorOf(s, device)[S.limit] as number;
  };

export const matrixReadings: Readonly<Record<string, Reader>> = {
  ...Object.fromEntries(
    SAFETY_DEVICES.flatMap((device) => readingsOf(device, deviceIndex(device))),
  ),
  ...Object.fromEntries(MOVABLE_DETECTORS.map(placeOf)),
  "safety.levelLimitMl": limitOf("level"),
  "safety.pressureLimitMmHg": limitOf("pressure"),
  "safety.bubbleLimitMl": limitOf("bubble"),
};
