/** Who is signed in here, as the pages show it. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Problem } from "../../kernel/result.ts";
import { callApi } from "./api.ts";

export type Role = "trainee" | "supervisor" | "head" | "administrator";

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  trainee: "Trainee",
  supervisor: "Supervisor",
  head: "Head of service",
  administrator: "Administrator",
};

export interface Person {
  readonly id: string;
  readonly departmentId: string | null;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly isOpen: boolean;
}

export interface Me {
  /** Null when nobody is signed in. */
  readonly account: Person | null;
  readonly department?: { readonly id: string; readonly name: string } | null;
  readonly signInCount?: number;
  /** Why nobody knows who is signed in. */
  readonly problem?: Problem;
}

const known = signal<Me | undefined>(undefined);

/** Undefined until the server has answered. */
export const me: ReadonlySignal<Me | undefined> = known;

/** Asks the server; without an answer nobody is signed in, and `problem` says why. */
export async function refreshMe(): Promise<Me> {
  const answer = await callApi<Me>("GET", "/api/me");
  known.value = answer.ok
    ? answer.value
    : { account: null, problem: answer.problems[0] as Problem };
  return known.value;
}
