/** What a row of the access table says, and how a request is judged by it. */
import { failure, type Problem, type Result, success } from "../../kernel/result.ts";
import type { Account } from "../accounts/account.ts";
import type { Role } from "../database/accountTables.ts";

/**
 * How far a role reaches with a route: not at all, to what belongs to the person, to everything of
 * the own department, or to everything there is.
 */
export type Reach = "none" | "self" | "own" | "any";

/** What the address names with `:targetId`; it says whose department is asked about. */
export type Target =
  | "nothing"
  | "department"
  | "account"
  | "session"
  | "staff"
  | "case"
  | "result"
  | "certificate";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

export interface AccessRule {
  readonly method: Method;
  readonly url: string;
  readonly target: Target;
  /** Without signing in. */
  readonly guest: "none" | "any";
  readonly reach: Readonly<Record<Role, Reach>>;
}

/** What a target belongs to. */
export interface TargetScope {
  readonly departmentId: string | null;
  /** People whose own it is. */
  readonly accountIds: readonly string[];
}

export const accessProblems = {
  signIn: (): Problem => ({
    code: "access.signIn",
    place: "sign-in",
    sentence: "You are not signed in, or were signed out.",
    remedy: "Sign in and try again.",
  }),
  role: (): Problem => ({
    code: "access.role",
    place: "your role",
    sentence: "Your role does not include this.",
    remedy: "Ask the head of your department.",
  }),
  // The same for what is not there and for what is somebody else's: asking must not tell.
  notFound: (): Problem => ({
    code: "access.notFound",
    place: "the address",
    sentence: "There is nothing here that is yours to see.",
  }),
  origin: (): Problem => ({
    code: "access.origin",
    place: "origin",
    sentence: "This request came from another site and was refused.",
  }),
} as const;

/** Whether the person may use the route at all, before the target is looked up. */
export function judgeRole(rule: AccessRule, account: Account | undefined): Result<Reach> {
  if (account === undefined) {
    return rule.guest === "any" ? success("any") : failure(accessProblems.signIn());
  }
  const reach = rule.guest === "any" ? "any" : rule.reach[account.role];
  return reach === "none" ? failure(accessProblems.role()) : success(reach);
}

/** Whether what the address names lies within reach. */
export function judgeTarget(
  reach: Reach,
  account: Account | undefined,
  scope: TargetScope | undefined,
): Result<TargetScope> {
  if (scope === undefined) return failure(accessProblems.notFound());
  if (reach === "any") return success(scope);
  const isOwnDepartment =
    scope.departmentId !== null && account?.departmentId === scope.departmentId;
  const isSelf = account !== undefined && scope.accountIds.includes(account.id);
  const isWithin = reach === "own" ? isOwnDepartment || isSelf : isSelf;
  return isWithin ? success(scope) : failure(accessProblems.notFound());
}
