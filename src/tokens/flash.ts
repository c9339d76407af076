/**
 * One flash clock for the whole page: every flashing thing asks this phase, so two alarms never add
 * up to more than three flashes in a second (WCAG 2.3.1). 2 Hz high, 0.6 Hz medium, half on.
 */
const FLASH_HZ = { high: 2, medium: 0.6 } as const;

/** Whether a flashing badge is lit at this page time; low priority is steady. */
export function flashLit(priority: "high" | "medium" | "low", pageTimeMs: number): boolean {
  if (priority === "low") return true;
  const cycles = (pageTimeMs / 1000) * FLASH_HZ[priority];
  return cycles - Math.floor(cycles) < 0.5;
}

const FLASHES_PER_S_MAX = 3;
const SECOND_MS = 1000;

/** What a badge shows of the alarm that leads. */
export interface BadgeLook {
  readonly lit: boolean;
  readonly priority: "high" | "medium" | "low" | null;
}

/**
 * In a flood the leading alarm changes while its badge flashes, and the clock alone no longer bounds
 * how often the badge falls dark or out of red. This gate does: a fourth fall within a second waits.
 */
export class FlashGate {
  readonly #fallsMs: number[] = [];
  #shown: BadgeLook = { lit: true, priority: null };

  show(wanted: BadgeLook, pageTimeMs: number): BadgeLook {
    while ((this.#fallsMs[0] ?? pageTimeMs) <= pageTimeMs - SECOND_MS) this.#fallsMs.shift();
    const goesDark = this.#shown.lit && !wanted.lit;
    const leavesRed =
      this.#shown.lit && this.#shown.priority === "high" && wanted.priority !== "high";
    if (goesDark || leavesRed) {
      if (this.#fallsMs.length >= FLASHES_PER_S_MAX) return this.#shown;
      this.#fallsMs.push(pageTimeMs);
    }
    this.#shown = wanted;
    return wanted;
  }
}
