/** Plays one seed of a case and gives what is kept of it. */
import { createHash } from "node:crypto";
import type { CaseContent } from "../../src/case/caseSetup.ts";
import type { Report } from "../../src/scoring/report.ts";
import type { Engine } from "../../tests/support/builtEngine.ts";
import { SLOW_PACE, startKind } from "../../tests/support/otherPerfusionists.ts";
import { playCase } from "../../tests/support/playCase.ts";
import type { Playing } from "./tally.ts";
import { Trace } from "./trace.ts";

/** The seed of each tally that is traced. */
export const TRACED_SEED = 1;

export interface SeedPlayed {
  readonly report: Report;
  /** Digest of what a trainee saw first. */
  readonly firstScreen: string;
  readonly trace: string;
}

export function playSeed(
  { scenario, kind, variant, cause, pumpType }: Playing,
  seed: number,
  { content, create }: { content: CaseContent; create: Engine["createCase"] },
): SeedPlayed {
  const trace = new Trace();
  const { report, firstScreen, played } = playCase(
    {
      content,
      choices: { variant, pumpType, seed, ...(cause === "" ? {} : { cause }) },
      create,
      ...(kind === "slow" ? { paceFactor: SLOW_PACE } : {}),
      onStep: (stepped, entries, facts) => trace.addStep(stepped, entries, facts),
    },
    (me) => startKind(scenario, kind, me),
  );
  const screen = createHash("sha256").update(JSON.stringify(firstScreen)).digest("hex");
  return { report, firstScreen: screen.slice(0, 16), trace: trace.endHex(played) };
}
