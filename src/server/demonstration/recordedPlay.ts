/** Plays a case with a scripted player and keeps it as a recording, as the console would. */
import type { LoadedEngine } from "../../cli/engineFiles.ts";
import { loadContent } from "../../cli/scenarioContent.ts";
import { sha256Hex } from "../../cli/sha256.ts";
import { Player } from "../../players/player.ts";
import { TraineeView } from "../../players/traineeView.ts";
import { createCaseLog } from "../../session/caseLog.ts";
import { genesisHex } from "../../session/chain.ts";
import { NOTICE, RECORDING_FORMAT } from "../../session/contract/notice.ts";
import type { CaseFact } from "../../session/contract/protocol.ts";
import type { Recording } from "../../session/contract/recording.ts";
import { createLiveRun } from "../../session/liveRun.ts";
import { openCase } from "../../session/openCase.ts";
import { sealRecording } from "../../session/seal.ts";
import { SIGNAL_COUNT } from "../../world/contract/signals.ts";

const TICKS_MAX = 50 * 900;
const TICKS_PER_GLANCE = 5;

export interface RecordedPlay {
  readonly recording: Recording;
  readonly outcome: "met" | "notMet";
}

export interface PlayWish {
  readonly loaded: LoadedEngine;
  readonly scenarioId: string;
  readonly recordingId: string;
  readonly variant: string;
  readonly seed: number;
  readonly startedWallTimeMs: number;
}

/** The recording of one assessed case with the player that `begin` starts. */
export function recordPlay(wish: PlayWish, begin: (player: Player) => void): RecordedPlay {
  const { loaded, scenarioId, recordingId, variant, seed, startedWallTimeMs } = wish;
  const content = loadContent(scenarioId);
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
      view.refresh(run.tick(), seen);
      seen = [];
      for (const action of player.decide()) run.act({ actor: "trainee", action });
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
