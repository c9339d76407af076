/**
 * A layout of the console as data: regions, bays, routes of lines, places of clamps, tags and windows.
 * One is chosen at mount; everything that draws or takes a hand reads it, so there is one console.
 */
import type { LayoutName, Region, StageRegions } from "../../tokens/regions.ts";
import type { ClampSite, Head, Line } from "../../world/contract/ids.ts";
import type { DetectorPlace } from "../../world/contract/machineIds.ts";
import type { Placement, Point } from "./placement.ts";

export interface Bay {
  readonly head: Head;
  /** 1 to 5, as the alarm texts and the F keys count. */
  readonly number: number;
  readonly code: string;
  /** Start of accessible names: "Arterial head". */
  readonly name: string;
  readonly role: string;
  readonly region: Region;
  /** Middle of the rotor. */
  readonly hub: Point;
  readonly display: Region;
  readonly knob: Point;
  readonly knobHit: Region;
  readonly key: Region;
  readonly power: Region;
  readonly powerHit: Region;
  /** A rocker stays beside a fitted crank; a key gives its room to the crank's panel. */
  readonly powerIsRocker: boolean;
  readonly menuHit: Region;
  readonly latchHit: Region;
  /** Words beside the head; the arterial bay has none, its crank hangs there. */
  readonly plate: Region;
  readonly crankPanel: CrankPanelPlace;
}

/** What stands beside a fitted crank, and the key that takes the knob's place. */
export interface CrankPanelPlace {
  readonly region: Region;
  readonly rateBaselineY: number;
  readonly rateHit: Region;
  /** The bar under the rate; none where there is no room. */
  readonly barY: number | undefined;
  readonly faster: Region;
  readonly slower: Region;
  readonly handOver: Region;
}

export interface HeadShape {
  /** Against the mock-up's body radius of 62. */
  readonly scale: number;
  /** Middle of the rotor to a leg of the boot. */
  readonly bootRadius: number;
  readonly knobRadius: number;
  /** Numeral sizes of the arterial and the other displays. */
  readonly numeralPx: { readonly arterial: number; readonly other: number };
  /** A narrow display stacks numeral, unit and status; a wide one sets them side by side. */
  readonly displayIsNarrow: boolean;
}

export const LINE_IDS = [
  "bridge",
  "recirculation",
  "purge",
  "cardioplegiaSource",
  "cardioplegiaReturn",
  "cardioplegia",
  "vent",
  "suck1",
  "suck2",
  "suck2Return",
  "suck1Return",
  "ventReturn",
  "venous",
  "filter",
  "arterial",
  "arterialTable",
] as const;
export type LineId = (typeof LINE_IDS)[number];

/** Routes between reservoir, the head that carries the arterial boot, and oxygenator. */
export interface PumpRoutes {
  readonly outlet: Point;
  /** Heights at which outlet and delivery run along the deck to another head. */
  readonly outletRunY: number;
  readonly deliveryRunY: number;
  /** From the arterial bay's right leg, just above the deck, to the oxygenator. */
  readonly toOxygenator: string;
  readonly deliveryX: number;
  /** The last stretch over a centrifugal cone to its axis. */
  readonly coneInlet: string;
}

export interface ClampSpot {
  readonly at: Point;
  /** Which way the handles point, degrees clockwise from 3 o'clock. */
  readonly turnDegrees: 0 | 90 | 180 | -90;
  readonly scale: number;
  readonly labelAt: Point;
  readonly labelAlign: "left" | "right";
}

export const TAG_IDS = [
  "svo2",
  "hct",
  "venousC",
  "arterialC",
  "sao2",
  "index",
  "do2i",
  "pre",
  "post",
  "flow",
  "bubbles",
] as const;
export type TagId = (typeof TAG_IDS)[number];

/** Baselines of the reservoir's read-out, from the top of its frame. */
export interface ReadoutPlace {
  readonly region: Region;
  readonly nameY: number;
  readonly volumeY: number;
  readonly ruleY: number;
  readonly emptiesY: number;
  readonly secondsY: number;
}

export interface TimerPlaces {
  readonly xs: readonly number[];
  readonly w: number;
  readonly h: number;
  readonly numeralPx: number;
}

export interface AlarmBarPlace {
  readonly badgeW: number;
  readonly pause: Region;
  readonly list: Region;
  /** Title above its text, where there is no room beside it. */
  readonly isStacked: boolean;
}

export interface RailPlace {
  readonly x: number;
  readonly w: number;
  readonly firstY: number;
  /** Keys end here, however many there are: they share the height. */
  readonly bottomY: number;
  readonly gap: number;
  readonly keyHMax: number;
  /** Keys side by side; with two there is room for icons only, and the drawer says its name. */
  readonly columns: 1 | 2;
}

/** Panels that stand in the wide layout's right column and open from keys in the compact one. */
export type LivePanel = "gas" | "water" | "safety" | "power";

export interface ConsoleLayout {
  readonly name: LayoutName;
  readonly regions: StageRegions;
  /** Outline of the schematic field. */
  readonly fieldOutline: string;
  /** Top of the lower half of the bays, where displays and knobs are. */
  readonly controlsY: number;
  readonly bays: readonly Bay[];
  readonly head: HeadShape;
  readonly routes: Readonly<Record<LineId, string>>;
  readonly lineScale: number;
  /** The venous cannula on the cava. */
  readonly cannula: string;
  readonly pump: PumpRoutes;
  readonly suckerTips: readonly Point[];
  readonly tees: readonly Point[];
  readonly clamps: Readonly<Record<ClampSite, ClampSpot>>;
  readonly lineMenus: Readonly<Partial<Record<Line, Point>>>;
  /** Names of lines beside them; the compact field has no room for any. */
  readonly lineNames: readonly (readonly [string, number, number])[];
  readonly purgeNameAt: Point | undefined;
  readonly tags: Readonly<Partial<Record<TagId, Region>>>;
  /** Compact tags carry the unit behind the name instead of behind the value. */
  readonly tagsAreCompact: boolean;
  readonly readout: ReadoutPlace;
  readonly venousSensor: { readonly at: Point; readonly stemY: number };
  readonly arterialSensor: { readonly at: Point; readonly stemY: number };
  readonly flowProbeAt: Point;
  readonly bubbleAt: Point;
  /** The main bubble detector's clip, where it is when it is not at its usual place. */
  readonly movedDetectorAt: Readonly<Record<Exclude<DetectorPlace, "arterialLine">, Point>>;
  readonly clipHits: { readonly flowProbe: Region; readonly bubbleDetector: Region };
  readonly electronicClampAt: Point;
  readonly connectorAt: Point;
  readonly taskRegion: Region;
  readonly drawings: {
    readonly patient: Placement;
    readonly reservoir: Placement;
    readonly oxygenator: Placement;
    readonly filter: Placement;
    readonly exchanger: Placement;
    readonly crankClip: Placement;
  };
  readonly timers: TimerPlaces;
  readonly alarmBar: AlarmBarPlace;
  readonly panels: Readonly<Record<LivePanel, Placement>>;
  /** Keys that open the panels; none where the panels always stand. */
  readonly panelKeys: Readonly<Record<LivePanel, Region>> | undefined;
  readonly rail: RailPlace;
  /** Small windows keep above displays and STOP keys, and left of this edge. */
  readonly windowBottomY: number;
  readonly windowRightX: number;
  readonly doneAt: Point;
}
