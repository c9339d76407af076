/**
 * Where clamps stand on the drawing. The main five are always drawn as forceps; the others are small
 * marks across the line until they are closed.
 */
import type { ClampSite } from "../world/contract/ids.ts";
import type { Point } from "./bays.ts";

export interface ClampPlace {
  readonly site: ClampSite;
  /** As in "Clamp arterial line". */
  readonly name: string;
  readonly label: string;
  readonly at: Point;
  /** Which way the handles point, degrees clockwise from 3 o'clock. */
  readonly turnDegrees: number;
  readonly scale: number;
  readonly labelAt: Point;
  readonly labelAlign: "left" | "right";
  /** Width of the tube it bites. */
  readonly tube: number;
  readonly always: boolean;
}

const place = (
  site: ClampSite,
  name: string,
  label: string,
  at: readonly [number, number],
  turnDegrees: number,
  labelAt: readonly [number, number],
  rest: { scale?: number; right?: boolean; tube?: number; always?: boolean } = {},
): ClampPlace => ({
  site,
  name,
  label,
  at: { x: at[0], y: at[1] },
  turnDegrees,
  labelAt: { x: labelAt[0], y: labelAt[1] },
  scale: rest.scale ?? 0.72,
  labelAlign: rest.right ? "right" : "left",
  tube: rest.tube ?? 5.5,
  always: rest.always ?? false,
});

export const CLAMP_PLACES: readonly ClampPlace[] = [
  place("venous", "venous line", "Venous", [546, 200], 90, [574, 240], {
    scale: 1,
    tube: 12,
    always: true,
  }),
  place("arterial", "arterial line", "Arterial", [980, 392], 180, [962, 432], {
    scale: 1,
    right: true,
    tube: 9.5,
    always: true,
  }),
  place("recirculation", "recirculation line", "Recirc.", [550, 378], -90, [564, 346], {
    scale: 0.8,
    tube: 6,
    always: true,
  }),
  place("bridge", "bridge", "Bridge", [800, 344], 90, [814, 372], {
    scale: 0.86,
    tube: 5,
    always: true,
  }),
  place("reservoirOutlet", "reservoir outlet", "Outlet", [362, 520], 180, [352, 552], {
    right: true,
    tube: 11,
  }),
  place("pumpOutlet", "pump outlet", "Pump out", [461, 572], -90, [428, 548], {
    right: true,
    tube: 9.5,
    scale: 0.66,
  }),
  place("venousTable", "venous line at the table", "Venous, table", [690, 200], 90, [682, 232], {
    right: true,
    tube: 12,
  }),
  place(
    "arterialTable",
    "arterial line at the table",
    "Arterial, table",
    [886, 140],
    90,
    [898, 172],
    { tube: 9.5 },
  ),
  place("purge", "purge line", "Purge", [622, 322], -90, [612, 300], { right: true, tube: 4 }),
  place("vent", "vent line", "Vent", [668, 368], 0, [716, 372]),
  place("suck1", "suction line 1", "Suck 1", [889, 318], 0, [900, 305]),
  place("suck2", "suction line 2", "Suck 2", [1110, 372], 180, [1100, 358], { right: true }),
  place("cardioplegia", "cardioplegia line", "CPG", [1050, 336], 180, [1040, 304], { right: true }),
];
