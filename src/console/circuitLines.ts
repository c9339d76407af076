/**
 * The lines of the circuit as drawn: which reading each shows, its route, bore and the clamp sites on
 * it. Routes run in the forward direction of blood. Listed bottom up, as they are painted.
 */
import type { ClampSite, Head, Inspectable, KinkSite, Line } from "../world/contract/ids.ts";
import { type ConsoleLayout, LINE_IDS, type LineId } from "./layout/consoleLayout.ts";
import { bayFor } from "./layout/layouts.ts";
import type { Point } from "./layout/placement.ts";

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

type Tube = Omit<CircuitLine, "id" | "line" | "route">;
const QUARTER: Tube = { width: 5.5, boreMm: 6.35, spacing: 64 };
const THREE_EIGHTHS: Tube = { width: 9.5, boreMm: 9.5, spacing: 44 };
const HALF: Tube = { width: 12, boreMm: 12.7, spacing: 52 };
const OUTLET: Tube = { width: 11, boreMm: 12.7, spacing: 38 };

const TUBES: Readonly<Record<LineId, readonly [Line, Tube]>> = {
  bridge: ["bridge", { width: 5, boreMm: 6.35, spacing: 60 }],
  recirculation: ["recirculation", { width: 6, boreMm: 6.35, spacing: 44 }],
  purge: ["purge", { width: 4, boreMm: 4.8, spacing: 60 }],
  cardioplegiaSource: ["cardioplegia", QUARTER],
  cardioplegiaReturn: ["cardioplegia", QUARTER],
  cardioplegia: ["cardioplegia", QUARTER],
  vent: ["vent", QUARTER],
  suck1: ["suck1", QUARTER],
  suck2: ["suck2", QUARTER],
  suck2Return: ["suck2", QUARTER],
  suck1Return: ["suck1", QUARTER],
  ventReturn: ["vent", QUARTER],
  venous: ["venous", HALF],
  filter: ["filter", { ...THREE_EIGHTHS, spacing: 34 }],
  arterial: ["arterial", THREE_EIGHTHS],
  arterialTable: ["arterialTable", THREE_EIGHTHS],
};

const scaled = (tube: Tube, { lineScale }: ConsoleLayout): Tube => ({
  ...tube,
  width: tube.width * lineScale,
});

/** Lines that run the same wherever the arterial boot lies. */
export const fixedLines = (layout: ConsoleLayout): readonly CircuitLine[] =>
  LINE_IDS.map((id) => {
    const [line, tube] = TUBES[id];
    return { id, line, route: layout.routes[id], ...scaled(tube, layout) };
  });

const BOOT_WIDTH = { arterialBoot: 11, other: 8 } as const;

/** Lines between reservoir, the head that carries the arterial boot, and oxygenator. */
export function pumpLines(
  layout: ConsoleLayout,
  carrier: Head,
  centrifugal: boolean,
): readonly CircuitLine[] {
  const {
    outlet: from,
    outletRunY,
    deliveryRunY,
    deliveryX,
    toOxygenator,
    coneInlet,
  } = layout.pump;
  const outlet = {
    id: "reservoirOutlet",
    line: "reservoirOutlet",
    ...scaled(OUTLET, layout),
  } as const;
  const delivery = {
    id: "pumpOutlet",
    line: "pumpOutlet",
    ...scaled({ ...THREE_EIGHTHS, spacing: 40 }, layout),
  } as const;
  const start = `M${from.x} ${from.y}`;
  const { hub } = bayFor(layout, carrier);
  if (carrier === "arterial") {
    const inlet = centrifugal ? start + coneInlet.replace("M", "L") : `${start}L${from.x} ${hub.y}`;
    return [
      { ...outlet, route: inlet },
      { ...delivery, route: `M${deliveryX} ${hub.y}${toOxygenator}` },
    ];
  }
  const left = hub.x - layout.head.bootRadius;
  const right = hub.x + layout.head.bootRadius;
  const run = outletRunY;
  return [
    {
      ...outlet,
      route: `${start}L${from.x} ${run - 12}Q${from.x} ${run} ${from.x + 12} ${run}L${left - 10} ${run}Q${left} ${run} ${left} ${run + 10}L${left} ${hub.y}`,
    },
    {
      ...delivery,
      route: `M${right} ${hub.y}L${right} ${deliveryRunY + 12}Q${right} ${deliveryRunY} ${right - 12} ${deliveryRunY}L${deliveryX + 10} ${deliveryRunY}Q${deliveryX} ${deliveryRunY} ${deliveryX} ${deliveryRunY - 8}${toOxygenator}`,
    },
  ];
}

/** Boots in the raceways: a U from the left leg round to the right one. */
export function bootRoute(layout: ConsoleLayout, head: Head): string {
  const { hub } = bayFor(layout, head);
  const r = layout.head.bootRadius;
  const top = layout.regions.deck.y - 4;
  return `M${hub.x - r} ${top}V${hub.y}A${r} ${r} 0 0 0 ${hub.x + r} ${hub.y}V${top}`;
}
export const bootWidth = (layout: ConsoleLayout, carries: string): number =>
  layout.head.scale * (carries === "arterialBoot" ? BOOT_WIDTH.arterialBoot : BOOT_WIDTH.other);

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

const MENUS: readonly Omit<LineMenu, "at">[] = [
  {
    line: "venous",
    name: "Venous line",
    sites: ["venous", "venousTable"],
    inspect: "venousLine",
    kink: "venous",
  },
  {
    line: "reservoirOutlet",
    name: "Reservoir outlet",
    sites: ["reservoirOutlet"],
    inspect: "reservoirOutletConnector",
    connector: true,
  },
  {
    line: "pumpOutlet",
    name: "Pump outlet line",
    sites: ["pumpOutlet", "oxygenatorInlet", "oxygenatorOutlet"],
  },
  {
    line: "arterial",
    name: "Arterial line",
    sites: ["arterial", "arterialTable"],
    inspect: "arterialLine",
    kink: "arterial",
    electronicClamp: true,
  },
  {
    line: "recirculation",
    name: "Recirculation line",
    sites: ["recirculation"],
  },
  { line: "bridge", name: "Bridge", sites: ["bridge"] },
  { line: "purge", name: "Purge line", sites: ["purge"] },
  { line: "vent", name: "Vent line", sites: ["vent"] },
  { line: "suck1", name: "Suction line 1", sites: ["suck1"] },
  { line: "suck2", name: "Suction line 2", sites: ["suck2"] },
  {
    line: "cardioplegia",
    name: "Cardioplegia line",
    sites: ["cardioplegia"],
  },
];

export const lineMenus = (layout: ConsoleLayout): readonly LineMenu[] =>
  MENUS.map((menu) => ({ ...menu, at: layout.lineMenus[menu.line] as Point }));
