/**
 * What the engine artefact offers, as session and its hosts use it. The engine is loaded by hash at
 * run time, so this is a shape and not an import: an old engine keeps it too.
 */
import type { Result } from "../kernel/result.ts";
import type { Report } from "../scoring/report.ts";
import type { CaseBriefing, CaseFact } from "./contract/protocol.ts";
import type { Entry } from "./contract/recording.ts";

/** An act with the actor who made it, as the case takes it before a tick. */
export type CaseEntry = Pick<Entry, "sequence" | "tick" | "actor" | "action">;

/** World, scenario and scorer stepped together: the deterministic whole that is recorded. */
export interface EngineCase {
  readonly briefing: CaseBriefing;
  tick(): number;
  /** Takes the entries, then advances one tick. */
  step(entries: readonly CaseEntry[]): readonly CaseFact[];
  readings(into: Float64Array): void;
  hashHex(): string;
  snapshot(): Uint8Array;
  restore(bytes: Uint8Array): void;
  ended(): boolean;
  report(): Report;
}

export interface Engine {
  createCase(setup: unknown): Result<EngineCase>;
}

/** SHA-256 of a text as 64 hex digits; handed in by the host. */
export type Sha256Hex = (text: string) => string;
