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
