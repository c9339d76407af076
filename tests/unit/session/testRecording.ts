/** Plays the fake engine for a while and gives the recording, as a host would. */
import { createHash } from "node:crypto";
import type { Result } from "../../../src/kernel/result.ts";
import { createCaseLog } from "../../../src/session/caseLog.ts";
import { genesisHex } from "../../../src/session/chain.ts";
import { NOTICE, RECORDING_FORMAT } from "../../../src/session/contract/notice.ts";
import type { Entry, Recording } from "../../../src/session/contract/recording.ts";
import { createLiveRun } from "../../../src/session/liveRun.ts";
import { sealRecording } from "../../../src/session/seal.ts";
import { createCase } from "./fakeEngine.ts";

export const sha256Hex = (text: string): string => createHash("sha256").update(text).digest("hex");

export const ENGINE_HASH = "00112233445566ff";

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map((one) => one.sentence).join(" "));
  return result.value;
}

const ACTS: readonly Entry["action"][] = [
  { type: "team.say", to: "surgeon", message: "noFlow" },
  { type: "line.clamp", site: "arterial" },
  { type: "line.clamp", site: "venous" },
  { type: "pump.setFlow", head: "arterial", flowLpm: 2.5 },
];

/** A run of so many ticks with one act every 37, sealed. */
export function playRecording(endTick = 400, seed = 7): Recording {
  const caseSetup = { seed, endTick: 100_000 };
  const log = createCaseLog(genesisHex(ENGINE_HASH, caseSetup, sha256Hex), sha256Hex);
  const run = createLiveRun({ engineCase: valueOf(createCase(caseSetup)), log });
  while (run.tick() < endTick) {
    if (run.tick() % 37 === 5) run.act({ actor: "trainee", action: ACTS[run.tick() % 4] });
    run.step();
  }
  return sealRecording(
    {
      format: RECORDING_FORMAT,
      formatVersion: 1,
      notice: NOTICE,
      recordingId: "0123456789abcdef",
      engineHash: ENGINE_HASH,
      title: "A case for tests",
      mode: "practice",
      startedWallTimeMs: 0,
      caseSetup,
      branch: null,
      endTick,
      isEnded: false,
      entries: [...log.entries()],
      checkpoints: [...run.checkpoints()],
      marks: [{ tick: 0, wallTimeMs: 0, kind: "start", detail: "practice" }],
    },
    sha256Hex,
  );
}
