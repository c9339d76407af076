/** How readings are written: fixed decimals, a real minus sign, dashes for what is missing. */

export const MISSING = "- -";

export function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return MISSING;
  const text = value.toFixed(decimals);
  const isZero = Number(text) === 0;
  return value < 0 && !isZero ? `−${text.slice(1)}` : isZero ? (0).toFixed(decimals) : text;
}

export const percent = (fraction: number): string => fixed(fraction * 100, 0);

/** Minutes and seconds, as in 1:29. */
export function minutesSeconds(seconds: number): string {
  if (!Number.isFinite(seconds)) return MISSING;
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Two digits each, as in 00:31: time since an alarm began. */
export function alarmAge(seconds: number): string {
  const [minutes = "0", rest = "00"] = minutesSeconds(seconds).split(":");
  return `${minutes.padStart(2, "0")}:${rest}`;
}

/** Hours, minutes and seconds, as in 1:12:44. */
export function hoursMinutesSeconds(seconds: number): string {
  if (!Number.isFinite(seconds)) return MISSING;
  const whole = Math.max(0, Math.floor(seconds));
  const minutes = String(Math.floor((whole % 3600) / 60)).padStart(2, "0");
  return `${Math.floor(whole / 3600)}:${minutes}:${String(whole % 60).padStart(2, "0")}`;
}
