/**
 * Keys that work anywhere on the console: F1 to F5 stop a head, C works the cover and K the crank of
 * the head that has the focus, J and L turn the crank half a turn each, Shift turns it backward.
 */
import type { Kit } from "./kit.ts";
import type { Bay } from "./layout/consoleLayout.ts";
import type { Crank } from "./parts/crankHand.ts";
import { toggleCover } from "./parts/headPanel.ts";

/** Keys typed into a field, or into a dialog that is not ours, are not meant for the machine. */
function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== "range";
}

export function listenForShortcuts(
  kit: Kit,
  crank: Crank,
  groups: ReadonlyMap<string, HTMLElement>,
): () => void {
  const { bays } = kit.layout;
  const focusedBay = (): Bay => {
    const found = bays.find((bay) => groups.get(bay.head)?.contains(document.activeElement));
    return found ?? (bays[0] as Bay);
  };
  const workCrank = (bay: Bay) => {
    const place = kit.readings.word("crank.place");
    if (place === "inHand") kit.act({ type: "crank.fit", head: bay.head });
    else if (place !== "fitted") kit.act({ type: "crank.fetch" });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    const stopped = /^F([1-5])$/.exec(event.key)?.[1];
    if (stopped) {
      event.preventDefault();
      const bay = bays[Number(stopped) - 1];
      if (bay && !event.repeat) kit.act({ type: "pump.stop", head: bay.head });
      return;
    }
    if (event.repeat) return;
    if (event.code === "KeyC") toggleCover(kit, focusedBay());
    else if (event.code === "KeyK") workCrank(focusedBay());
    else if ((event.code === "KeyJ" || event.code === "KeyL") && crank.fitted()) {
      const way = event.shiftKey ? -crank.forwardSign() : crank.forwardSign();
      crank.input.stroke(event.code, way as 1 | -1, performance.now());
    }
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}
