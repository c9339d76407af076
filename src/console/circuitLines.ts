/**
 * The lines of the circuit as drawn: which reading each shows, its route, bore and the clamp sites on
 * it. Routes run in the forward direction of blood. Listed bottom up, as they are painted.
 */
import type { ClampSite, Head, Inspectable, KinkSite, Line } from "../world/contract/ids.ts";
import { BOOT_RADIUS, bayFor, HUB_Y, type Point } from "./bays.ts";

export interface CircuitLine {
  readonly id: string;
  readonly line: Line;
  readonly route: string;
  /** Width of the lumen in design pixels. */
  readonly width: number;
  /** Inner diameter in millimetres, for the speed of blood. */
  readonly boreMm: number;
  /** Distance between chevrons. */
  readonly spacing: number;
}

const QUARTER = { width: 5.5, boreMm: 6.35, spacing: 64 };
const THREE_EIGHTHS = { width: 9.5, boreMm: 9.5, spacing: 44 };
const HALF = { width: 12, boreMm: 12.7, spacing: 52 };

export const FIXED_LINES: readonly CircuitLine[] = [
  {
    id: "bridge",
    line: "bridge",
    route: "M980 344L660 344Q648 344 648 332L648 200",
    width: 5,
    boreMm: 6.35,
    spacing: 60,
  },
  {
    id: "recirculation",
    line: "recirculation",
    route: "M604 412L604 390Q604 378 592 378L459 378",
    width: 6,
    boreMm: 6.35,
    spacing: 44,
  },
  {
    id: "purge",
    line: "purge",
    route: "M760 418L760 330Q760 322 752 322L460 322",
    width: 4,
    boreMm: 4.8,
    spacing: 60,
  },
  {
    id: "cardioplegiaSource",
    line: "cardioplegia",
    route:
      "M648 486L688 486Q700 486 700 498L700 572Q700 584 712 584L1247 584Q1259 584 1259 596L1259 706",
    ...QUARTER,
  },
  {
    id: "cardioplegiaReturn",
    line: "cardioplegia",
    route: "M1331 706L1331 580Q1331 568 1319 568L1062 568Q1050 568 1050 556L1050 500",
    ...QUARTER,
  },
  {
    id: "cardioplegia",
    line: "cardioplegia",
    route: "M1050 432L1050 200Q1050 196 1046 196L794 196Q790 196 787 198.6L783 202",
    ...QUARTER,
  },
  {
    id: "vent",
    line: "vent",
    route: "M790 270L790 291Q790 303 778 303L680 303Q668 303 668 315L668 706",
    ...QUARTER,
  },
  { id: "suck1", line: "suck1", route: "M828 252L877 252Q889 252 889 264L889 706", ...QUARTER },
  { id: "suck2", line: "suck2", route: "M822 284L1098 284Q1110 284 1110 296L1110 706", ...QUARTER },
  {
    id: "suck2Return",
    line: "suck2",
    route:
      "M1038 706L1038 610Q1038 601 1029 601L489 601Q480 601 480 592L480 263Q480 254 471 254L460 254",
    ...QUARTER,
  },
  {
    id: "suck1Return",
    line: "suck1",
    route:
      "M817 706L817 623Q817 614 808 614L502 614Q493 614 493 605L493 279Q493 270 484 270L460 270",
    ...QUARTER,
  },
  {
    id: "ventReturn",
    line: "vent",
    route:
      "M596 706L596 636Q596 627 587 627L515 627Q506 627 506 618L506 295Q506 286 497 286L460 286",
    ...QUARTER,
  },
  {
    id: "venous",
    line: "venous",
    route: "M742 222L742 211Q742 200 731 200L410 200Q396 200 396 214L396 236",
    ...HALF,
  },
  { id: "filter", line: "filter", route: "M648 446L734 446", ...THREE_EIGHTHS, spacing: 34 },
  {
    id: "arterial",
    line: "arterial",
    route: "M760 470L760 510Q760 524 774 524L966 524Q980 524 980 510L980 344",
    ...THREE_EIGHTHS,
  },
  {
    id: "arterialTable",
    line: "arterialTable",
    route: "M980 344L980 154Q980 140 966 140L820 140Q806 140 806 154L806 170",
    ...THREE_EIGHTHS,
  },
];

const BOOT_WIDTH = { arterialBoot: 11, other: 8 } as const;

/** Lines between reservoir, the head that carries the arterial boot, and oxygenator. */
export function pumpLines(carrier: Head, centrifugal: boolean): readonly CircuitLine[] {
  const outlet = {
    id: "reservoirOutlet",
    line: "reservoirOutlet",
    width: 11,
    boreMm: 12.7,
    spacing: 38,
  } as const;
  const delivery = { id: "pumpOutlet", line: "pumpOutlet", ...THREE_EIGHTHS, spacing: 40 } as const;
  const toOxygenator = "L434 584Q434 572 446 572L588 572Q598 572 598 562L598 552";
  if (carrier === "arterial") {
    const inlet = centrifugal ? "M362 480L362 694Q362 706 374 706L398 706" : "M362 480L362 706";
    return [
      { ...outlet, route: inlet },
      { ...delivery, route: `M434 706${toOxygenator}` },
    ];
  }
  const { hub } = bayFor(carrier);
  const left = hub.x - BOOT_RADIUS;
  const right = hub.x + BOOT_RADIUS;
  return [
    {
      ...outlet,
      route: `M362 480L362 619Q362 631 374 631L${left - 10} 631Q${left} 631 ${left} 641L${left} ${HUB_Y}`,
    },
    {
      ...delivery,
      route: `M${right} ${HUB_Y}L${right} 610Q${right} 598 ${right - 12} 598L444 598Q434 598 434 590${toOxygenator}`,
    },
  ];
}

/** Boots in the raceways: a U from the left leg round to the right one. */
export function bootRoute(head: Head): string {
  const { hub } = bayFor(head);
  const [left, right] = [hub.x - BOOT_RADIUS, hub.x + BOOT_RADIUS];
  return `M${left} 636V${hub.y}A${BOOT_RADIUS} ${BOOT_RADIUS} 0 0 0 ${right} ${hub.y}V636`;
}
export const bootWidth = (carries: string): number =>
  carries === "arterialBoot" ? BOOT_WIDTH.arterialBoot : BOOT_WIDTH.other;

/** Which line gives a boot its colour. */
export const LINE_OF_BOOT: Readonly<Record<string, Line>> = {
  arterialBoot: "pumpOutlet",
  ventBoot: "vent",
  suck1Boot: "suck1",
  suck2Boot: "suck2",
  cardioplegiaBoot: "cardioplegia",
  centrifugalCone: "pumpOutlet",
};

/** Lines that end in a bay: pulled back and capped when another boot lies there. */
export const LINES_INTO_BAY: Readonly<Partial<Record<Head, readonly string[]>>> = {
  vent: ["vent", "ventReturn"],
  suck1: ["suck1", "suck1Return"],
  suck2: ["suck2", "suck2Return"],
  cardioplegia: ["cardioplegiaSource", "cardioplegiaReturn"],
};

/** What a tap on a line offers. */
export interface LineMenu {
  readonly line: Line;
  readonly name: string;
  readonly at: Point;
  readonly sites: readonly ClampSite[];
  readonly inspect?: Inspectable;
  readonly kink?: KinkSite;
  readonly connector?: boolean;
  readonly electronicClamp?: boolean;
}

export const LINE_MENUS: readonly LineMenu[] = [
  {
    line: "venous",
    name: "Venous line",
    at: { x: 600, y: 200 },
    sites: ["venous", "venousTable"],
    inspect: "venousLine",
    kink: "venous",
  },
  {
    line: "reservoirOutlet",
    name: "Reservoir outlet",
    at: { x: 362, y: 574 },
    sites: ["reservoirOutlet"],
    inspect: "reservoirOutletConnector",
    connector: true,
  },
  { line: "pumpOutlet", name: "Pump outlet line", at: { x: 540, y: 572 }, sites: ["pumpOutlet"] },
  {
    line: "arterial",
    name: "Arterial line",
    at: { x: 980, y: 314 },
    sites: ["arterial", "arterialTable"],
    inspect: "arterialLine",
    kink: "arterial",
    electronicClamp: true,
  },
  {
    line: "recirculation",
    name: "Recirculation line",
    at: { x: 604, y: 395 },
    sites: ["recirculation"],
  },
  { line: "bridge", name: "Bridge", at: { x: 858, y: 344 }, sites: ["bridge"] },
  { line: "purge", name: "Purge line", at: { x: 712, y: 322 }, sites: ["purge"] },
  { line: "vent", name: "Vent line", at: { x: 668, y: 600 }, sites: ["vent"] },
  { line: "suck1", name: "Suction line 1", at: { x: 889, y: 410 }, sites: ["suck1"] },
  { line: "suck2", name: "Suction line 2", at: { x: 1110, y: 430 }, sites: ["suck2"] },
  {
    line: "cardioplegia",
    name: "Cardioplegia line",
    at: { x: 1050, y: 240 },
    sites: ["cardioplegia"],
  },
];
