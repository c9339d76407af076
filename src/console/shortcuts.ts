/**
 * Keys that work anywhere on the console: F1 to F5 stop a head, letters do what an emergency asks for, 1 to
 * 5 go to a head, J and L turn the crank half a turn each. keySheet.ts says all of them. Letters and digits
 * can be switched off, for somebody whose speech input or tremor would press them unmeant.
 */
import type { Kit } from "./kit.ts";
import type { Bay } from "./layout/consoleLayout.ts";
import { toggleClamp } from "./parts/clamps.ts";
import type { Crank } from "./parts/crankHand.ts";
import { toggleCover } from "./parts/headPanel.ts";

/** Keys typed into a field, or while a question waits for its answer, are not meant for the machine. */
function isTyping({ target }: KeyboardEvent): boolean {
  if (document.querySelector("dialog:modal")) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["range", "checkbox"].includes(target.type);
}

function workCrank(kit: Kit, { head }: Bay): void {
  const place = kit.readings.word("crank.place");
  if (place === "inHand") kit.act({ type: "crank.fit", head });
  else if (place !== "fitted") kit.act({ type: "crank.fetch" });
}

function togglePower(kit: Kit, { head }: Bay): void {
  kit.act({ type: "pump.setPower", head, on: !kit.readings.flag(`pump.${head}.switchedOn`) });
}

function toggleAudio(kit: Kit): void {
  const isPaused = kit.readings.number("alarms.audioPauseLeftS") > 0;
  kit.act({ type: isPaused ? "alarm.resumeAudio" : "alarm.pauseAudio" });
}

/** What a key does to the machine; the bay is the one in focus, the arterial one when none is. */
const LETTER_ACTS: Readonly<Record<string, (kit: Kit, bay: Bay) => void>> = {
  a: (kit) => toggleClamp(kit, { site: "arterial" }),
  v: (kit) => toggleClamp(kit, { site: "venous" }),
  t: (kit) => kit.openDrawer("team"),
  m: toggleAudio,
  o: togglePower,
  c: toggleCover,
  k: workCrank,
  "?": (kit) => kit.openDrawer("help"),
};

/** The letter or digit on the key, also where the keyboard writes another script or digits need Shift. */
function letterOf({ key, code }: KeyboardEvent): string {
  const isOurs = /^[a-z1-5?]$/i.test(key);
  return (isOurs ? key : code.replace(/^(?:Key|Digit)(?=.$)/, "")).toLowerCase();
}

export function listenForShortcuts(
  kit: Kit,
  crank: Crank,
  {
    groups,
    lettersWork,
  }: {
    readonly groups: ReadonlyMap<string, HTMLElement>;
    readonly lettersWork: () => boolean;
  },
): () => void {
  const { bays } = kit.layout;
  const focusedBay = (): Bay => {
    const found = bays.find((bay) => groups.get(bay.head)?.contains(document.activeElement));
    return found ?? (bays[0] as Bay);
  };
  const onLetter = (event: KeyboardEvent) => {
    const key = letterOf(event);
    if (/^[1-5]$/.test(key)) {
      const group = groups.get(bays[Number(key) - 1]?.head as string);
      if (group) kit.overlay.focusIn(group);
    } else if (key === "j" || key === "l") {
      if (!crank.fitted()) return;
      const way = event.shiftKey ? -crank.forwardSign() : crank.forwardSign();
      crank.input.stroke(key, way as 1 | -1, crank.armMs());
    } else {
      LETTER_ACTS[key]?.(kit, focusedBay());
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const stopped = /^F([1-5])$/.exec(event.key)?.[1];
    if (stopped) {
      event.preventDefault();
      const bay = bays[Number(stopped) - 1];
      if (bay && !event.repeat) kit.act({ type: "pump.stop", head: bay.head });
      return;
    }
    if (!event.repeat && lettersWork() && !isTyping(event)) onLetter(event);
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}
