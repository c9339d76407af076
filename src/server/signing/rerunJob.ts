/**
 * Runs a recording again with the engine it names, in a thread of its own, so that a long case holds
 * up nobody's live session.
 */
import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { failure, type Result, success } from "../../kernel/result.ts";
import type { Report } from "../../scoring/report.ts";
import type { CaseFact } from "../../session/contract/protocol.ts";
import type { Engine } from "../../session/engine.ts";
import { recordingProblems } from "../../session/recordingProblems.ts";
import { createReplay, type Replayable } from "../../session/replay.ts";

export interface RerunWish extends Replayable {
  readonly engineFile: string;
  readonly engineHash: string;
}

export interface Rerun {
  readonly report: Report;
  readonly finalHashHex: string;
  readonly checkedCount: number;
  /** What was told at the ticks that prove a mark: whoever judges reads it in words. */
  readonly proofFacts: readonly CaseFact[];
}

const HASH_DIGITS = 16;

/** The outcome of the second run, or the tick at which it went another way. */
export async function rerun(wish: RerunWish): Promise<Result<Rerun>> {
  const bytes = await fs.readFile(wish.engineFile);
  const found = createHash("sha256").update(bytes).digest("hex").slice(0, HASH_DIGITS);
  if (found !== wish.engineHash) return failure(recordingProblems.missingEngine(wish.engineHash));
  const engine = (await import(pathToFileURL(wish.engineFile).href)) as Engine;
  const made = createReplay(engine, wish);
  if (!made.ok) return made;
  const replay = made.value;
  const facts: CaseFact[] = [];
  const problem = replay.replayTo(wish.endTick, (fact) => facts.push(fact));
  if (problem !== undefined) return failure(problem);
  const { engineCase } = replay;
  const report = engineCase.report();
  const provenTicks = new Set(
    report.marks.flatMap(({ evidence }) => evidence.map(({ tick }) => tick)),
  );
  return success({
    report,
    proofFacts: facts.filter(({ tick }) => provenTicks.has(tick)),
    finalHashHex: engineCase.hashHex(),
    checkedCount: replay.checkedCount(),
  });
}
