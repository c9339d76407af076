/** Sums of points by role, where a rule may limit what one role can bring. */
import { CASE_ROLES, type CaseRole } from "./person.ts";
import type { Item } from "./qualifying.ts";

/** Most points that cases of a role can bring; a role that is not named has no limit. */
export type PointLimits = { readonly [role in CaseRole]?: number | undefined };

export type PointTotals = Record<CaseRole, number>;

export const noPoints = (): PointTotals => ({ primary: 0, secondary: 0, standby: 0 });

/** Points of all roles together, each up to its limit. */
export function totalPoints(totals: PointTotals, limits: PointLimits): number {
  let sum = 0;
  for (const role of CASE_ROLES) {
    const limit = limits[role];
    sum += limit === undefined ? totals[role] : Math.min(totals[role], limit);
  }
  return sum;
}

/** Points of the items, each role up to its limit. */
export function pointsOf(items: readonly Item[], limits: PointLimits): number {
  const totals = noPoints();
  for (const { role, points } of items) totals[role] += points;
  return totalPoints(totals, limits);
}
