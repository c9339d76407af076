/** The log as the server takes it: what a device may send, and what no device gets past it. */
import { describe, expect, test } from "vitest";
import { createCommandBook } from "../../../src/server/rooms/commandBook.ts";
import { entryProblemIn } from "../../../src/server/rooms/roles.ts";
import { createCaseLog } from "../../../src/session/caseLog.ts";
import { genesisHex } from "../../../src/session/chain.ts";
import type { LiveEntry, Progress } from "../../../src/session/contract/live.ts";
import { type LogHead, logHeadAt, takeProgress } from "../../../src/session/liveLog.ts";
import { createLiveSender, type OwnLog } from "../../../src/session/liveSender.ts";
import { ENGINE_HASH, playRecording, sha256Hex } from "./testRecording.ts";

const recording = playRecording(400);
const genesis = genesisHex(ENGINE_HASH, recording.caseSetup, sha256Hex);
const HOUR_MS = 3_600_000;

const own = (frontierTick: number): OwnLog => ({
  genesisHex: genesis,
  entries: recording.entries.filter(({ tick }) => tick <= frontierTick),
  checkpoints: recording.checkpoints.filter(({ tick }) => tick <= frontierTick),
  frontierTick,
  isEnded: false,
});

interface Options {
  readonly allowedMs?: number;
  readonly commands?: ReturnType<typeof createCommandBook>;
}

const take = (head: LogHead, sent: Progress, options: Options = {}) =>
  takeProgress(head, sent, {
    sha256Hex,
    allowedMs: options.allowedMs ?? HOUR_MS,
    entryProblem: (entry) => entryProblemIn(entry, options.commands ?? createCommandBook()),
  });

const codeOf = (sent: Progress, head = logHeadAt(genesis), options: Options = {}): string => {
  const taken = take(head, sent, options);
  return taken.ok ? "taken" : taken.problems[0].code;
};

const entry = (over: Partial<LiveEntry> = {}): LiveEntry => ({
  sequence: 1,
  tick: 5,
  actor: "trainee",
  action: { type: "alarm.acknowledge" },
  ...over,
});
const progress = (over: Partial<Progress> = {}): Progress => ({
  type: "progress",
  frontierTick: 10,
  sequence: over.entries?.at(-1)?.sequence ?? 0,
  ...over,
});

describe("an honest device", () => {
  test("is taken whole, however its log is cut into messages and sent again", () => {
    const sender = createLiveSender();
    let head = logHeadAt(genesis);
    const entries: unknown[] = [];
    for (let tick = 0; tick <= 400; tick += 7) {
      if (tick % 70 === 0) sender.begin(Math.max(0, head.sequence - 2), 0);
      for (const message of sender.due(own(tick))) {
        const taken = take(head, message);
        if (!taken.ok) throw new Error(taken.problems[0].sentence);
        head = taken.value.head;
        entries.push(...taken.value.entries);
      }
    }
    for (const message of sender.due(own(400))) {
      const taken = take(head, message);
      if (taken.ok) entries.push(...taken.value.entries);
    }
    expect(entries).toEqual(recording.entries);
  });

  test("that was away sends what it has in messages that fit", () => {
    const log = createCaseLog(genesis, sha256Hex);
    for (let index = 0; index < 200; index++) {
      log.append(index, { actor: "trainee", action: { type: "alarm.acknowledge" } });
    }
    const sender = createLiveSender();
    const messages = sender.due({
      ...own(0),
      entries: log.entries(),
      checkpoints: [],
      frontierTick: 200,
    });
    expect(messages.length).toBeGreaterThan(5);
    let head = logHeadAt(genesis);
    for (const message of messages) {
      expect(JSON.stringify(message).length).toBeLessThan(16_384);
      const taken = take(head, message);
      if (!taken.ok) throw new Error(taken.problems[0].sentence);
      head = taken.value.head;
    }
    expect(head).toMatchObject({ sequence: 200, frontierTick: 200 });
  });
});

describe("a modified device", () => {
  const fault = { type: "fault.inject", fault: { fault: "flowProbe.frozen" } } as const;
  const commandId = "command-1";

  test.each<[string, Progress, string]>([
    ["leaves an entry out", progress({ entries: [entry({ sequence: 2 })] }), "live.sequence"],
    ["acts after its own frontier", progress({ entries: [entry({ tick: 11 })] }), "live.tickOrder"],
    [
      "goes back in time",
      progress({ entries: [entry({ tick: 8 }), entry({ sequence: 2, tick: 7 })] }),
      "live.tickOrder",
    ],
    ["breaks the machine itself", progress({ entries: [entry({ action: fault })] }), "live.actor"],
    [
      "speaks for the supervisor",
      progress({ entries: [entry({ actor: "supervisor", action: fault })] }),
      "live.command",
    ],
    [
      "carries out a command that nobody gave",
      progress({ entries: [entry({ actor: "supervisor", action: fault, commandId })] }),
      "live.command",
    ],
    [
      "tells another story by the checkpoint",
      progress({
        frontierTick: 50,
        entries: [entry()],
        checkpoints: [{ tick: 50, hashHex: "0".repeat(16), headHex: "0".repeat(64) }],
      }),
      "live.chain",
    ],
    [
      "leaves a checkpoint out",
      progress({
        frontierTick: 100,
        checkpoints: [{ tick: 100, hashHex: "0".repeat(16), headHex: genesis }],
      }),
      "live.checkpointOrder",
    ],
  ])("that %s is refused", (_, sent, code) => expect(codeOf(sent)).toBe(code));

  test("that runs ahead of time is refused", () => {
    expect(codeOf(progress({ frontierTick: 250 }), undefined, { allowedMs: 2900 })).toBe(
      "live.ahead",
    );
    expect(codeOf(progress({ frontierTick: 250 }), undefined, { allowedMs: 3100 })).toBe("taken");
  });

  test("that acts before a tick it said was over is refused", () => {
    const first = take(logHeadAt(genesis), progress({ frontierTick: 40 }));
    const head = first.ok ? first.value.head : logHeadAt(genesis);
    const late = progress({ frontierTick: 45, entries: [entry({ tick: 39 })] });
    expect(codeOf(late, head)).toBe("live.tickOrder");
  });

  test("that uses a command twice, changed, or too late is refused", () => {
    const given = {
      id: commandId,
      action: fault,
      issuedClockMs: 0,
      byTick: 900,
      issuedTick: 0,
      ttlS: 5,
    };
    const entryOf = (over: Partial<LiveEntry>) =>
      progress({
        frontierTick: 5000,
        entries: [entry({ actor: "supervisor", action: fault, commandId, ...over })],
      });
    const commands = createCommandBook();
    commands.give(given);
    expect(codeOf(entryOf({}), undefined, { commands })).toBe("taken");
    const other = { type: "fault.clear", faultId: "flowProbe.frozen" } as const;
    expect(codeOf(entryOf({ action: other }), undefined, { commands })).toBe("live.command");
    expect(codeOf(entryOf({ tick: 4000 }), undefined, { commands })).toBe("live.command");
    commands.apply(commandId);
    expect(codeOf(entryOf({}), undefined, { commands })).toBe("live.command");
  });

  test("that plays offline and sends later, in slices as if it were live, is marked", () => {
    let head = logHeadAt(genesis);
    const started = take(head, progress({ frontierTick: 10 }), { allowedMs: 200 });
    if (started.ok) head = started.value.head;
    let lateTicks = 0;
    for (let tick = 60; tick <= 1000; tick += 50) {
      // It comes a minute late, at the speed of time.
      const taken = take(head, progress({ frontierTick: tick }), { allowedMs: 60_000 + tick * 20 });
      if (!taken.ok) throw new Error(taken.problems[0].sentence);
      head = taken.value.head;
      const { late } = taken.value;
      if (late !== undefined) lateTicks += late.toTick - late.fromTick;
    }
    expect(lateTicks).toBe(head.frontierTick - 10);
  });
});
