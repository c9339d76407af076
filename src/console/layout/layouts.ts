/** The layouts there are, by name, and what is looked up in one. */
import type { LayoutName } from "../../tokens/regions.ts";
import { HEADS, type Head } from "../../world/contract/ids.ts";
import { COMPACT_LAYOUT } from "./compactLayout.ts";
import type { Bay, ConsoleLayout } from "./consoleLayout.ts";
import { WIDE_LAYOUT } from "./wideLayout.ts";

export const CONSOLE_LAYOUTS: Readonly<Record<LayoutName, ConsoleLayout>> = {
  wide: WIDE_LAYOUT,
  compact: COMPACT_LAYOUT,
};

export function bayFor(layout: ConsoleLayout, head: Head): Bay {
  return layout.bays[HEADS.indexOf(head)] as Bay;
}
