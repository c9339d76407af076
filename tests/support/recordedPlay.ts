/** Plays a case with a scripted player and keeps it as a recording, as the console would. */
import type { LoadedEngine } from "../../src/cli/engineFiles.ts";
import { sha256Hex } from "../../src/cli/sha256.ts";
import { createCaseLog } from "../../src/session/caseLog.ts";
import { genesisHex } from "../../src/session/chain.ts";
import { NOTICE, RECORDING_FORMAT } from "../../src/session/contract/notice.ts";
import type { CaseFact } from "../../src/session/contract/protocol.ts";
import type { Recording } from "../../src/session/contract/recording.ts";
import { createLiveRun } from "../../src/session/liveRun.ts";
import { openCase } from "../../src/session/openCase.ts";
import { sealRecording } from "../../src/session/seal.ts";
import { SIGNAL_COUNT } from "../../src/world/contract/signals.ts";
import { readContent } from "./playCase.ts";
import { Player } from "./scriptedPlayer.ts";
import { TraineeView } from "./traineeView.ts";

const TICKS_MAX = 50 * 900;
const TICKS_PER_GLANCE = 5;

export interface RecordedPlay {
  readonly recording: Recording;
  readonly outcome: "met" | "notMet";
}

export interface PlayWish {
  readonly loaded: LoadedEngine;
  readonly recordingId: string;
  readonly variant: string;
  readonly seed: number;
  readonly startedWallTimeMs: number;
}

/** The recording of one assessed case with the player that `begin` starts. */
export function recordPlay(wish: PlayWish, begin: (player: Player) => void): RecordedPlay {
  const { loaded, recordingId, variant, seed, startedWallTimeMs } = wish;
  const content = readContent();
  const setup = { formatVersion: 1, ...content, variant, seed, mode: "exam" };
  // As JSON would give it back: what is left out is out, so the chain is the same after a file.
  const caseSetup = JSON.parse(JSON.stringify(setup));
  const created = openCase(loaded.engine, caseSetup);
  if (!created.ok) throw new Error(JSON.stringify(created.problems));
  const engineCase = created.value;
  const log = createCaseLog(genesisHex(loaded.hash, caseSetup, sha256Hex), sha256Hex);
  const run = createLiveRun({ engineCase, log });
  const readings = new Float64Array(SIGNAL_COUNT);
  const view = new TraineeView(readings);
  const player = new Player(view, seed);
  begin(player);
  let seen: CaseFact[] = [];
  while (!run.ended() && run.tick() < TICKS_MAX) {
    if (run.tick() % TICKS_PER_GLANCE === 0) {
      engineCase.readings(readings);
      view.refresh(run.tick(), seen as never);
      seen = [];
      for (const action of player.decide()) run.act("trainee", action);
    }
    seen.push(...run.step().facts);
  }
  const recording = sealRecording(
    {
      format: RECORDING_FORMAT,
      formatVersion: 1,
      notice: NOTICE,
      recordingId,
      engineHash: loaded.hash,
      title: content.scenario.title,
      mode: "exam",
      startedWallTimeMs,
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
  const { outcome } = engineCase.report();
  return { recording, outcome };
}
