/** Whether a recording of the right shape is whole: order, completeness, chain and seal. */
import { failure, type Problem, type Result, success } from "../kernel/result.ts";
import { firstBrokenLink, genesisHex } from "./chain.ts";
import type { Recording } from "./contract/recording.ts";
import type { Sha256Hex } from "./engine.ts";
import { CHECKPOINT_EVERY_TICKS } from "./liveRun.ts";
import { recordingProblems } from "./recordingProblems.ts";
import { sealFits } from "./seal.ts";

/** The recording, or the first thing that is wrong with it. */
export function checkRecording(recording: Recording, sha256Hex: Sha256Hex): Result<Recording> {
  const problem =
    entryOrderProblem(recording) ??
    chainProblem(recording, sha256Hex) ??
    checkpointProblem(recording) ??
    branchProblem(recording) ??
    (sealFits(recording, sha256Hex) ? undefined : recordingProblems.brokenSeal());
  return problem === undefined ? success(recording) : failure(problem);
}

function entryOrderProblem({ entries, endTick }: Recording): Problem | undefined {
  let lastTick = 0;
  for (const [index, { sequence, tick }] of entries.entries()) {
    if (sequence !== index + 1) return recordingProblems.sequenceGap(index, index + 1, sequence);
    if (tick < lastTick) return recordingProblems.tickOrder(index, sequence);
    if (tick > endTick) {
      return recordingProblems.afterEnd(`entries[${index}].tick`, `Entry ${sequence}`, endTick);
    }
    lastTick = tick;
  }
  return undefined;
}

function chainProblem(
  { engineHash, caseSetup, entries }: Recording,
  sha256Hex: Sha256Hex,
): Problem | undefined {
  const genesis = genesisHex(engineHash, caseSetup, sha256Hex);
  const broken = firstBrokenLink(genesis, entries, sha256Hex);
  if (broken === undefined) return undefined;
  return recordingProblems.brokenChain(broken.sequence - 1, broken.sequence);
}

/** There must be one checkpoint for every whole second up to the end. */
function checkpointProblem({ checkpoints, endTick }: Recording): Problem | undefined {
  const count = Math.floor(endTick / CHECKPOINT_EVERY_TICKS);
  for (let index = 0; index < Math.max(count, checkpoints.length); index++) {
    const tick = (index + 1) * CHECKPOINT_EVERY_TICKS;
    if (checkpoints[index]?.tick !== tick) return recordingProblems.missingCheckpoint(index, tick);
    if (tick > endTick) {
      return recordingProblems.afterEnd(`checkpoints[${index}]`, "A checkpoint", endTick);
    }
  }
  return undefined;
}

function branchProblem({ branch, mode }: Recording): Problem | undefined {
  return branch !== null && mode !== "practice" ? recordingProblems.examBranch() : undefined;
}
