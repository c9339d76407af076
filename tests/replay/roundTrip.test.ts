/** A real case, recorded, written to a file, read back and replayed: the same hashes at every second. */
import { describe, expect, test } from "vitest";
import { createCase } from "../../src/case/case.ts";
import type { PlannedAct } from "../../src/cli/actionsFile.ts";
import { runCase } from "../../src/cli/caseRunner.ts";
import { loadContent } from "../../src/cli/scenarioContent.ts";
import { sha256Hex } from "../../src/cli/sha256.ts";
import { parseRecording } from "../../src/session/recordingParse.ts";
import { createReplay } from "../../src/session/replay.ts";
import { recordingText } from "../../src/session/seal.ts";
import { valueOf } from "../unit/session/testRecording.ts";

const ENGINE = { createCase };
const ACTS: readonly PlannedAct[] = [
  { tick: 120, actor: "trainee", action: { type: "team.say", to: "surgeon", message: "noFlow" } },
  { tick: 400, actor: "trainee", action: { type: "line.clamp", site: "arterial" } },
  { tick: 401, actor: "trainee", action: { type: "line.clamp", site: "venous" } },
  { tick: 900, actor: "trainee", action: { type: "line.unclamp", site: "arterial" } },
  { tick: 905, actor: "trainee", action: { type: "line.unclamp", site: "venous" } },
  { tick: 1500, actor: "trainee", action: { type: "gas.setSweep", sweepLpm: 0 } },
];

const { recording } = runCase({
  loaded: { engine: ENGINE, hash: "0000000000000000" },
  content: loadContent("a1-pump-failure"),
  wishes: { variant: "drawn", seed: 4711, mode: "practice" },
  acts: ACTS,
  tickMax: 3500,
});

describe("a recorded case", () => {
  test("comes back from its file and replays hash for hash", () => {
    const read = valueOf(parseRecording(recordingText(recording), sha256Hex));
    const replay = valueOf(createReplay(ENGINE, read));
    expect(replay.replayTo(read.endTick)).toBeUndefined();
    expect(replay.checkedCount()).toBe(70);
  });

  test("replays the same whatever the order of keys in its setup", () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, one]) => [key, reversed(one)]),
            )
          : value;
    const caseSetup = reversed(recording.caseSetup) as typeof recording.caseSetup;
    const replay = valueOf(createReplay(ENGINE, { ...recording, caseSetup }));
    expect(replay.replayTo(1000)).toBeUndefined();
  });

  test("seeks back and forth to the same states", () => {
    const replay = valueOf(createReplay(ENGINE, recording));
    replay.replayTo(3500);
    const endHex = replay.engineCase.hashHex();
    for (const tick of [700, 2900, 1, 3500]) expect(replay.replayTo(tick)).toBeUndefined();
    expect(replay.engineCase.hashHex()).toBe(endHex);
  });

  test("differs at once when an act is moved by one tick", () => {
    const entries = recording.entries.map((entry) =>
      entry.sequence === 2 ? { ...entry, tick: entry.tick + 60 } : entry,
    );
    const sorted = [...entries].sort((one, other) => one.tick - other.tick);
    const replay = valueOf(createReplay(ENGINE, { ...recording, entries: sorted }));
    expect(replay.replayTo(3500)).toMatchObject({ code: "replay.differs" });
  });
});
