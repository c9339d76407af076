/** A case without a screen: setup from wishes, acts from a list, as fast as this machine goes. */
import { randomBytes } from "node:crypto";
import type { CaseContent } from "../case/caseSetup.ts";
import { createCaseLog } from "../session/caseLog.ts";
import { genesisHex } from "../session/chain.ts";
import { NOTICE, RECORDING_FORMAT } from "../session/contract/notice.ts";
import type { CaseFact, CaseMode } from "../session/contract/protocol.ts";
import type { Recording } from "../session/contract/recording.ts";
import type { EngineCase } from "../session/engine.ts";
import { createLiveRun } from "../session/liveRun.ts";
import { openCase } from "../session/openCase.ts";
import { sealRecording } from "../session/seal.ts";
import type { PlannedAct } from "./actionsFile.ts";
import { Refusal } from "./command.ts";
import type { LoadedEngine } from "./engineFiles.ts";
import { sha256Hex } from "./sha256.ts";

export interface CaseWishes {
  readonly variant: string;
  readonly seed: number;
  readonly mode: CaseMode;
}

export interface RunOptions {
  readonly loaded: LoadedEngine;
  readonly content: CaseContent;
  readonly wishes: CaseWishes;
  readonly acts: readonly PlannedAct[];
  /** Stops here if the case has not ended. */
  readonly tickMax: number;
  readonly onTick?: (engineCase: EngineCase, facts: readonly CaseFact[]) => void;
}

export interface FinishedRun {
  readonly engineCase: EngineCase;
  readonly recording: Recording;
}

export function runCase(options: RunOptions): FinishedRun {
  const { loaded, content, wishes, acts, tickMax, onTick } = options;
  // As JSON would give it back: what is left out is out, so the chain is the same after a file.
  const caseSetup = JSON.parse(JSON.stringify({ formatVersion: 1, ...content, ...wishes }));
  const created = openCase(loaded.engine, caseSetup);
  if (!created.ok) throw new Refusal(created.problems);
  const engineCase = created.value;
  const log = createCaseLog(genesisHex(loaded.hash, caseSetup, sha256Hex), sha256Hex);
  const run = createLiveRun({ engineCase, log });
  let next = 0;
  onTick?.(engineCase, []);
  while (run.tick() < tickMax && !run.ended()) {
    for (; next < acts.length && acts[next].tick <= run.tick(); next++) {
      run.act(acts[next]);
    }
    const { facts } = run.step();
    onTick?.(engineCase, facts);
  }
  const recording = sealRecording(
    {
      format: RECORDING_FORMAT,
      formatVersion: 1,
      notice: NOTICE,
      recordingId: randomBytes(12).toString("hex"),
      engineHash: loaded.hash,
      title: content.scenario.title,
      mode: wishes.mode,
      startedWallTimeMs: Date.now(),
      caseSetup,
      branch: null,
      endTick: run.tick(),
      isEnded: run.ended(),
      entries: [...log.entries()],
      checkpoints: [...run.checkpoints()],
      marks: [],
    },
    sha256Hex,
  );
  return { engineCase, recording };
}
