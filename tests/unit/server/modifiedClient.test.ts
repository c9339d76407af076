/** A trainee's device that was tampered with: what it tries is refused, or stands where a signer sees it. */
import { beforeEach, describe, expect, test } from "vitest";
import { createMetrics } from "../../../src/server/metrics.ts";
import { createDeviceLine, type DeviceLine } from "../../../src/server/rooms/deviceLine.ts";
import { createOpenRooms } from "../../../src/server/rooms/openRooms.ts";
import { sha256Hex } from "../../../src/server/rooms/roomSource.ts";
import { stretchesOf } from "../../../src/server/signing/review.ts";
import { chainEntryHex, genesisHex } from "../../../src/session/chain.ts";
import {
  type FromServer,
  LIVE_VERSION,
  type LiveEntry,
  type Progress,
  type ToServer,
} from "../../../src/session/contract/live.ts";
import { fromWire } from "../../../src/session/liveWire.ts";
import { createDisk, type Disk } from "../../support/simulation/disk.ts";
import { createChance, createTimeline, type Timeline } from "../../support/simulation/timeline.ts";

const GENESIS = genesisHex("00112233445566ff", {}, sha256Hex);
const RELEASE_TICK = 500;
const clamp = (sequence: number, tick: number): LiveEntry => ({
  sequence,
  tick,
  actor: "trainee",
  action: { type: "line.clamp", site: "arterial" },
});

interface Page {
  readonly heard: FromServer[];
  say(message: ToServer): Promise<void>;
  /** The case as an honest device would tell it, ticks and all. */
  tell(frontierTick: number, more?: Partial<Progress>): Promise<void>;
  refusals(): readonly string[];
}

let timeline: Timeline;
let disk: Disk;
let trainee: Page;
let supervisor: Page;

async function join(role: "trainee" | "supervisor", open: (page: FromServer[]) => DeviceLine) {
  const heard: FromServer[] = [];
  const line = open(heard);
  disk.addParticipant(role, { id: role, name: role, role });
  const say = async (message: ToServer): Promise<void> => {
    line.hear(JSON.stringify(message));
    await timeline.runUntil(timeline.nowMs() + 10);
  };
  await say({
    type: "hello",
    version: LIVE_VERSION,
    token: role,
    deviceId: `${role}-device`,
    takeOver: false,
    haveSequence: 0,
    haveCheckpointTick: 0,
    haveJournalSequence: 0,
  });
  const page: Page = {
    heard,
    say,
    tell: (frontierTick, more = {}) =>
      say({
        type: "progress",
        frontierTick,
        sequence: more.entries?.at(-1)?.sequence ?? disk.log.entries.length,
        ...more,
      }),
    refusals: () => heard.flatMap((one) => (one.type === "refused" ? [one.code] : [])),
  };
  return page;
}

beforeEach(async () => {
  timeline = createTimeline(1_800_000_000_000);
  disk = createDisk({
    timeline,
    chance: createChance(1, "disk"),
    writeMsMax: 1,
    session: {
      id: "a-session",
      title: "A case for tests",
      mode: "exam",
      genesisHex: GENESIS,
      state: "waiting",
      writerDevice: null,
      releases: [
        {
          id: "release-00",
          tick: RELEASE_TICK,
          action: { type: "fault.inject", fault: { fault: "pump.motor", head: "arterial" } },
        },
      ],
    },
  });
  const onLost = (error: unknown): never => {
    throw error;
  };
  const clocks = { wallMs: timeline.nowMs, steadyMs: timeline.nowMs };
  const rooms = createOpenRooms({ source: disk.source(), clocks, onLost });
  const open = (heard: FromServer[]): DeviceLine =>
    createDeviceLine(
      { send: (text) => heard.push(fromWire(text)), reject: () => {}, restart: () => {} },
      { rooms, metrics: createMetrics() },
    );
  trainee = await join("trainee", open);
  supervisor = await join("supervisor", open);
  await supervisor.say({ type: "start" });
});

/** Plays honestly to a tick, at the speed of time. */
async function playTo(tick: number): Promise<void> {
  let frontierTick = disk.log.checkpoints.length * 50;
  while (frontierTick < tick) {
    await timeline.runUntil(timeline.nowMs() + 990);
    frontierTick += 50;
    const headHex = disk.log.entries.filter((one) => one.tick < frontierTick).at(-1)?.chainHex;
    const checkpoint = { tick: frontierTick, hashHex: "0".repeat(16), headHex: headHex ?? GENESIS };
    await trainee.tell(frontierTick, { checkpoints: [checkpoint] });
  }
}
const stretches = () => stretchesOf(disk.log.journal);

describe("a modified device", () => {
  test("that is honest is taken, and nothing is marked", async () => {
    await playTo(200);
    await trainee.tell(200, { entries: [clamp(1, 200)] });
    expect(trainee.refusals()).toEqual([]);
    expect(disk.log.entries).toHaveLength(1);
    expect(stretches()).toEqual([]);
  });

  test("that peeks ahead finds nothing: what fails comes at its tick and not before", async () => {
    const commands = () => trainee.heard.filter(({ type }) => type === "command");
    await playTo(RELEASE_TICK - 50);
    expect(commands()).toEqual([]);
    expect(JSON.stringify(trainee.heard)).not.toContain("pump.motor");
    await playTo(RELEASE_TICK);
    expect(commands()).toHaveLength(1);
  });

  test("that runs ahead to reach what was kept back is refused", async () => {
    await playTo(100);
    await trainee.tell(RELEASE_TICK);
    expect(trainee.refusals()).toEqual(["live.ahead"]);
    expect(JSON.stringify(trainee.heard)).not.toContain("pump.motor");
  });

  test("that rewinds and plays it again otherwise changes nothing that was kept", async () => {
    await playTo(200);
    await trainee.tell(200, { entries: [clamp(1, 200)] });
    const kept = [...disk.log.entries];
    await trainee.tell(200, {
      entries: [{ ...clamp(1, 150), action: { type: "alarm.acknowledge" } }],
    });
    await trainee.tell(210, { entries: [clamp(2, 150)] });
    expect(trainee.refusals()).toEqual(["live.tickOrder"]);
    await timeline.runUntil(timeline.nowMs() + 1000);
    const other = chainEntryHex(GENESIS, clamp(1, 150), sha256Hex);
    const checkpoint = { tick: 250, hashHex: "0".repeat(16), headHex: other };
    await trainee.tell(250, { checkpoints: [checkpoint] });
    expect(trainee.refusals()).toEqual(["live.tickOrder", "live.chain"]);
    expect(disk.log.entries).toEqual(kept);
  });

  test("that plays offline, as often as it likes, and sends the best try is marked", async () => {
    await playTo(100);
    await timeline.runUntil(timeline.nowMs() + 60_000);
    await trainee.tell(400, { entries: [clamp(1, 300)] });
    expect(stretches()).toEqual([{ fromTick: 100, toTick: 400 }]);
  });

  test("that stops its clock as if a supervisor had asked for it is marked", async () => {
    await playTo(100);
    await trainee.tell(100, { marks: [{ tick: 100, kind: "pause" }] });
    await timeline.runUntil(timeline.nowMs() + 60_000);
    await trainee.tell(100, { marks: [{ tick: 100, kind: "resume" }] });
    await trainee.tell(110);
    expect(disk.log.journal.map(({ kind }) => kind)).not.toContain("pause");
    expect(stretches()).toEqual([{ fromTick: 100, toTick: 110 }]);
  });

  test.each(["gap", "reload"] as const)(
    "that thinks for a minute and calls it a %s has the signer asked about that moment",
    async (kind) => {
      await playTo(100);
      await timeline.runUntil(timeline.nowMs() + 60_000);
      await trainee.tell(105, { marks: [{ tick: 100, kind, skippedMs: 59_000 }] });
      expect(stretches()).toEqual([{ fromTick: 100, toTick: 100 }]);
      const { detail } = disk.log.journal.at(-1) as (typeof disk.log.journal)[number];
      expect(Number(detail["skippedMs"])).toBeGreaterThan(55_000);
    },
  );

  test("that holds a supervisor's fault back until it suits is refused", async () => {
    await playTo(100);
    const action = { type: "fault.clear", faultId: "pump.motor" } as const;
    await supervisor.say({ type: "command", id: "command-0001", action });
    await playTo(1000);
    const late: LiveEntry = {
      ...clamp(1, 1000),
      actor: "supervisor",
      action,
      commandId: "command-0001",
    };
    await trainee.tell(1000, { entries: [late] });
    expect(trainee.refusals()).toEqual(["live.command"]);
  });

  test("that acts for surgeon and anaesthetist is refused, whoever it says it is", async () => {
    for (const actor of ["trainee", "supervisor"] as const) {
      const entry: LiveEntry = { sequence: 1, tick: 10, actor, action: { type: "surgeon.shock" } };
      await trainee.tell(20, { entries: [entry] });
    }
    expect(trainee.refusals()).toEqual(["live.actor", "live.command"]);
    expect(disk.log.entries).toEqual([]);
  });
});
