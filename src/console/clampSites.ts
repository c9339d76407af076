/**
 * Where clamps stand on the drawing. The main four are always drawn as forceps; the others are small
 * marks across the line until they are closed.
 */
import { CLAMP_SITES, type ClampSite } from "../world/contract/ids.ts";
import type { ClampSpot, ConsoleLayout } from "./layout/consoleLayout.ts";

interface ClampNaming {
  readonly site: ClampSite;
  /** As in "Clamp arterial line". */
  readonly name: string;
  readonly label: string;
  /** Width of the tube it bites, at full scale. */
  readonly tube: number;
  readonly always: boolean;
}

export interface ClampPlace extends ClampNaming, ClampSpot {}

type Named = readonly [name: string, label: string, tube: number, always?: boolean];
const NAMED: Readonly<Record<ClampSite, Named>> = {
  venous: ["venous line", "Venous", 12, true],
  arterial: ["arterial line", "Arterial", 9.5, true],
  recirculation: ["recirculation line", "Recirc.", 6, true],
  bridge: ["bridge", "Bridge", 5, true],
  reservoirOutlet: ["reservoir outlet", "Outlet", 11],
  pumpOutlet: ["pump outlet", "Pump out", 9.5],
  venousTable: ["venous line at the table", "Venous, table", 12],
  arterialTable: ["arterial line at the table", "Arterial, table", 9.5],
  purge: ["purge line", "Purge", 4],
  vent: ["vent line", "Vent", 5.5],
  suck1: ["suction line 1", "Suck 1", 5.5],
  suck2: ["suction line 2", "Suck 2", 5.5],
  cardioplegia: ["cardioplegia line", "CPG", 5.5],
  oxygenatorInlet: ["oxygenator inlet", "Oxy. in", 9.5],
  oxygenatorOutlet: ["oxygenator outlet", "Oxy. out", 9.5],
};

/** A line by the name of its clamp, as on the buttons. */
export const clampName = (site: ClampSite): string => NAMED[site][0];

const drawnPlaces = new WeakMap<ConsoleLayout, readonly ClampPlace[]>();

export function clampPlaces(layout: ConsoleLayout): readonly ClampPlace[] {
  const known = drawnPlaces.get(layout);
  if (known) return known;
  const places = CLAMP_SITES.map((site) => {
    const [name, label, tube, always = false] = NAMED[site];
    return { site, name, label, always, ...layout.clamps[site], tube: tube * layout.lineScale };
  });
  drawnPlaces.set(layout, places);
  return places;
}
