/** The scenarios that drills on this device are drawn from; all of them until somebody has chosen. */
const KEY = "onbypass.drillSet";

/** Those of `offered` that were left out, so that a scenario that comes new is in. */
function leftOut(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return []; // nothing kept here, or not by us
  }
}

export function keptDrillSet(offered: readonly string[]): readonly string[] {
  const out = leftOut();
  const left = offered.filter((id) => !out.includes(id));
  return left.length === 0 ? offered : left;
}

export function keepDrillSet(chosen: readonly string[], offered: readonly string[]): void {
  try {
    const out = offered.filter((id) => !chosen.includes(id));
    localStorage.setItem(KEY, JSON.stringify(out));
  } catch {
    // a browser that keeps nothing asks again next time
  }
}
