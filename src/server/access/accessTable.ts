/**
 * The whole authorisation of this server, as data: the routes are built from it, and a test plays
 * every row with every role against the own department and another.
 */
import type { AccessRule } from "./accessRule.ts";
import { ACCOUNT_ACCESS } from "./accountAccess.ts";
import { RECORD_ACCESS } from "./recordAccess.ts";
import { SESSION_ACCESS } from "./sessionAccess.ts";

const TABLE = { ...ACCOUNT_ACCESS, ...RECORD_ACCESS, ...SESSION_ACCESS } as const;

export type RouteId = keyof typeof TABLE;
export const ACCESS_TABLE: Readonly<Record<RouteId, AccessRule>> = TABLE;
