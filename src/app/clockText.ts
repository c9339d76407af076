/** Times as pages show them. */
import { ticksToS } from "../kernel/tick.ts";

/** "0:31", "12:05"; negative times get a true minus. */
export function clockText(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  const sign = seconds < 0 && whole > 0 ? "−" : "";
  return `${sign}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export function tickText(tick: number): string {
  return clockText(Math.floor(ticksToS(tick)));
}

/** "14 March 2026, 09:30" in the reader's own language and zone. */
export function dateText(wallTimeMs: number): string {
  return new Intl.DateTimeFormat(undefined, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(wallTimeMs));
}
