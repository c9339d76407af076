/** What every part of the console is given: where to draw, what to read, and the way to act. */
import type { CaseBriefing } from "../session/contract/protocol.ts";
import type { TraineeAction } from "../world/contract/actions.ts";
import type { ConsoleLayout } from "./layout/consoleLayout.ts";
import type { LivePanels } from "./livePanels.ts";
import type { Notices } from "./notices.ts";
import type { Overlay } from "./overlay.ts";
import type { Popover } from "./popover.ts";
import type { Readings } from "./readings.ts";
import type { Stage } from "./stage.ts";

export const DRAWERS = [
  "drugs",
  "samples",
  "team",
  "checklist",
  "record",
  "store",
  "machine",
  "help",
] as const;
export type DrawerName = (typeof DRAWERS)[number];

export interface Kit {
  readonly layout: ConsoleLayout;
  readonly panels: LivePanels;
  readonly stage: Stage;
  readonly overlay: Overlay;
  readonly readings: Readings;
  readonly notices: Notices;
  readonly popover: Popover;
  readonly briefing: CaseBriefing;
  readonly reducedMotion: boolean;
  /** How many times faster than life the case runs. */
  readonly speed: () => number;
  readonly act: (action: TraineeAction) => void;
  /** Opens a drawer of the app, or closes the one that stands open. */
  readonly openDrawer: (name: DrawerName) => void;
  /** Told when the machine refuses an act, after the sentence was shown. */
  readonly onRefused: (listener: (action: TraineeAction) => void) => void;
}
