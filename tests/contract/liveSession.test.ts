/** A supervised session over real sockets: what reaches whom, and what nothing may lose. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { MAY_SAY } from "../../src/server/rooms/roles.ts";
import { sha256Hex } from "../../src/server/rooms/roomSource.ts";
import { readLog } from "../../src/server/rooms/roomStore.ts";
import { firstBrokenLink, genesisHex } from "../../src/session/chain.ts";
import type { JournalLine, ToServer } from "../../src/session/contract/live.ts";
import type { FromWorker } from "../../src/session/contract/protocol.ts";
import { describeOnBoth } from "../support/databases.ts";
import { type Device, ENGINE_HASH, type LiveBench, startLiveBench } from "../support/liveBench.ts";

const HOUR_MS = 3_600_000;
const CLAMP = { type: "line.clamp", site: "arterial" } as const;
const FAULT = {
  type: "fault.inject",
  fault: { fault: "pump.motor", head: "arterial" },
} as const;

const of = <T extends FromWorker["type"]>(device: Device, type: T) =>
  device.said.filter(
    (message): message is Extract<FromWorker, { type: T }> => message.type === type,
  );
const lastTick = (device: Device) => of(device, "frame").at(-1)?.tick ?? 0;
const refusals = (device: Device) =>
  of(device, "session").flatMap(({ message }) =>
    message.type === "refused" ? [message.code] : [],
  );
const journalOf = (device: Device): readonly JournalLine[] =>
  of(device, "session").flatMap(({ message }) => (message.type === "journal" ? message.lines : []));
const tell = (device: Device, message: ToServer) => device.host.receive({ type: "tell", message });
const command = (device: Device, action: Extract<ToServer, { type: "command" }>["action"]) =>
  tell(device, {
    type: "command",
    id: `command-${Math.random().toString(16).slice(2, 12)}`,
    action,
  });

describeOnBoth("a supervised session", (databases) => {
  let bench: LiveBench;
  let trainee: Device;
  let supervisor: Device;

  beforeEach(async () => {
    bench = await startLiveBench((await databases.open()).database);
    trainee = await bench.join("trainee");
    supervisor = await bench.join("supervisor");
    await bench.pass(400);
    await tell(supervisor, { type: "start" });
    await bench.pass(1000);
  });
  afterEach(() => bench.close());

  const kept = () => readLog(bench.database, bench.sessionId);
  const expectWhole = async () => {
    const { entries } = await kept();
    const setup = { seed: 5, endTick: 1_000_000 };
    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
    const genesis = genesisHex(ENGINE_HASH, setup, sha256Hex);
    expect(firstBrokenLink(genesis, entries, sha256Hex)).toBeUndefined();
    return entries;
  };

  test("the supervisor watches the same case a moment behind, and never ahead", async () => {
    for (let second = 0; second < 6; second++) {
      await trainee.host.receive({ type: "act", action: CLAMP });
      await bench.pass(500);
      const behind = lastTick(trainee) - lastTick(supervisor);
      expect(behind).toBeGreaterThanOrEqual(0);
      expect(behind).toBeLessThanOrEqual(50);
    }
    const seen = of(supervisor, "facts").flatMap(({ facts }) => facts);
    expect(seen.filter(({ type }) => type === "accepted").length).toBeGreaterThanOrEqual(5);
    expect(of(supervisor, "problem")).toEqual([]);
    expect(journalOf(supervisor).map(({ kind }) => kind)).not.toContain("diverged");
    expect(await expectWhole()).toHaveLength(6);
  });

  test("a fault sent by the supervisor becomes an entry with the command's id", async () => {
    await command(supervisor, FAULT);
    await bench.pass(600);
    const [entry] = await expectWhole();
    expect(entry).toMatchObject({ actor: "supervisor", action: FAULT });
    expect(entry?.commandId).toMatch(/^command-/);
    const kinds = journalOf(supervisor).map(({ kind }) => kind);
    expect(kinds).toContain("command");
    expect(kinds).toContain("applied");
    expect(of(trainee, "session").some(({ message }) => message.type === "journal")).toBe(false);
  });

  test("an observer may neither start nor command", async () => {
    const observer = await bench.join("observer");
    await bench.pass(300);
    await command(observer, FAULT);
    await tell(observer, { type: "note", kind: "remark", tick: 0, text: "x" });
    await bench.pass(300);
    expect(refusals(observer)).toEqual(["live.role", "live.role"]);
    expect(await expectWhole()).toEqual([]);
  });

  test("a late observer sees the whole case", async () => {
    await trainee.host.receive({ type: "act", action: CLAMP });
    await bench.pass(2000);
    const observer = await bench.join("observer");
    await bench.pass(1500);
    expect(lastTick(trainee) - lastTick(observer)).toBeLessThanOrEqual(50);
    expect(of(observer, "facts").flatMap(({ facts }) => facts)[0]).toMatchObject({
      type: "accepted",
    });
  });

  test("a trainee without network goes on, and everything arrives afterwards, marked", async () => {
    trainee.setOnline(false);
    for (let act = 0; act < 40; act++) {
      await trainee.host.receive({ type: "act", action: CLAMP });
      await bench.pass(120);
    }
    const atTick = lastTick(trainee);
    expect(atTick).toBeGreaterThan(200);
    expect((await kept()).entries).toEqual([]);
    trainee.setOnline(true);
    await bench.pass(8000);
    expect(await expectWhole()).toHaveLength(40);
    const late = journalOf(supervisor).filter(({ kind }) => kind === "unattested");
    expect(late.length).toBeGreaterThan(0);
    expect(Number(late.at(-1)?.detail["toTick"])).toBeGreaterThan(100);
    expect(lastTick(trainee) - lastTick(supervisor)).toBeLessThanOrEqual(50);
  });

  test("the server restarts and nobody reloads", async () => {
    await trainee.host.receive({ type: "act", action: CLAMP });
    await bench.pass(200);
    await bench.restart();
    await trainee.host.receive({ type: "act", action: CLAMP });
    await bench.pass(4000);
    expect(await expectWhole()).toHaveLength(2);
    expect(lastTick(trainee) - lastTick(supervisor)).toBeLessThanOrEqual(50);
  });

  test.each([-HOUR_MS, -10_000, HOUR_MS])(
    "the server's clock is set by %i ms while it is stopped, and nobody is late or ahead for it",
    async (stepMs) => {
      await trainee.host.receive({ type: "act", action: CLAMP });
      await bench.pass(4000);
      bench.stepWall(stepMs);
      await bench.restart();
      await trainee.host.receive({ type: "act", action: CLAMP });
      await bench.pass(4000);
      expect(await expectWhole()).toHaveLength(2);
      expect(refusals(trainee)).toEqual([]);
      expect(journalOf(supervisor).map(({ kind }) => kind)).not.toContain("unattested");
      expect(lastTick(trainee) - lastTick(supervisor)).toBeLessThanOrEqual(50);
    },
  );

  test("the server's clock is set by an hour, forward or back, and nobody is late for it", async () => {
    const startedMs = journalOf(supervisor).find(({ kind }) => kind === "started")?.atMs as number;
    for (const stepMs of [HOUR_MS, -2 * HOUR_MS, HOUR_MS]) {
      bench.stepWall(stepMs);
      await trainee.host.receive({ type: "act", action: CLAMP });
      await command(supervisor, FAULT);
      await bench.pass(800);
    }
    bench.stepWall(HOUR_MS);
    await tell(supervisor, { type: "note", kind: "remark", tick: 0, text: "What time is it?" });
    await bench.pass(200);
    await bench.restart();
    await trainee.host.receive({ type: "act", action: CLAMP });
    await bench.pass(4000);
    expect(await expectWhole()).toHaveLength(7);
    expect(refusals(trainee)).toEqual([]);
    const journal = journalOf(supervisor);
    const kinds = journal.map(({ kind }) => kind);
    expect(kinds).not.toContain("unattested");
    expect(kinds).not.toContain("lapsed");
    expect(kinds).not.toContain("ended");
    const remark = journal.find(({ kind }) => kind === "remark");
    // The record says what the clock on the wall said.
    expect((remark?.atMs ?? 0) - startedMs).toBeGreaterThan(HOUR_MS);
    expect(lastTick(trainee) - lastTick(supervisor)).toBeLessThanOrEqual(50);
  });

  test("the trainee's page is killed and comes back at most a second earlier", async () => {
    const ticket = await bench.ticket("trainee");
    await trainee.host.receive({ type: "act", action: CLAMP });
    await bench.pass(1300);
    const atTick = lastTick(trainee);
    trainee.kill();
    const again = await bench.join("trainee", {
      store: trainee.store,
      ticket: { ...ticket, takeOver: true },
    });
    await bench.pass(600);
    const resumed = of(again, "ready")[0];
    expect(resumed?.tick).toBeGreaterThanOrEqual(atTick - 50);
    await again.host.receive({ type: "act", action: CLAMP });
    await bench.pass(600);
    expect(await expectWhole()).toHaveLength(2);
    expect(refusals(again)).toEqual([]);
  });

  test("a second device of the trainee waits until it is told to take over", async () => {
    await trainee.host.receive({ type: "act", action: CLAMP });
    await bench.pass(400);
    const second = await bench.join("trainee");
    await bench.pass(300);
    expect(refusals(second)).toEqual(["live.elsewhere"]);
    const ticket = { ...(await bench.ticket("trainee")), takeOver: true };
    const third = await bench.join("trainee", { ticket });
    await bench.pass(600);
    expect(refusals(trainee)).toEqual(["live.superseded"]);
    await trainee.host.receive({ type: "act", action: CLAMP });
    await third.host.receive({ type: "act", action: { ...CLAMP, site: "venous" } });
    await bench.pass(1000);
    const entries = await expectWhole();
    expect(entries.map(({ action }) => action)).toEqual([CLAMP, { ...CLAMP, site: "venous" }]);
  });

  test("only the supervisor pauses, and the case stands still for everybody", async () => {
    await trainee.host.receive({ type: "pause", reason: "asked" });
    await bench.pass(400);
    expect(of(trainee, "clock").at(-1)?.running).toBe(true);
    await command(supervisor, { type: "clock.pause" });
    await bench.pass(600);
    const atTick = lastTick(trainee);
    await bench.pass(4000);
    expect(lastTick(trainee)).toBe(atTick);
    await command(supervisor, { type: "clock.run" });
    await bench.pass(1000);
    expect(lastTick(trainee)).toBeGreaterThan(atTick);
    const kinds = journalOf(supervisor).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "pause" || kind === "resume")).toEqual([
      "pause",
      "resume",
    ]);
    expect(kinds).not.toContain("unattested");
  });

  test("frozen, the device takes no act, also after its page was loaded again; then it does", async () => {
    await command(supervisor, { type: "clock.freeze" });
    await bench.pass(600);
    await trainee.host.receive({ type: "act", action: CLAMP });
    await bench.pass(600);
    expect(of(trainee, "clock").at(-1)).toMatchObject({ running: false, reason: "frozen" });
    expect((await kept()).entries).toEqual([]);
    await command(supervisor, { type: "clock.pause" });
    await bench.pass(400);
    expect(of(trainee, "clock").at(-1)).toMatchObject({ running: false, reason: "supervisor" });
    await command(supervisor, { type: "clock.freeze" });
    await bench.pass(400);

    trainee.kill();
    const ticket = { ...(await bench.ticket("trainee")), takeOver: true };
    const again = await bench.join("trainee", { store: trainee.store, ticket });
    await bench.pass(800);
    await again.host.receive({ type: "act", action: CLAMP });
    await bench.pass(400);
    expect(of(again, "clock").at(-1)).toMatchObject({ running: false, reason: "frozen" });
    expect((await kept()).entries).toEqual([]);
    await command(supervisor, { type: "clock.run" });
    await bench.pass(600);
    await again.host.receive({ type: "act", action: CLAMP });
    await bench.pass(600);
    expect((await expectWhole()).map(({ action }) => action)).toEqual([CLAMP]);
  });

  test("what a supervisor has surgeon and anaesthetist do is an entry of the supervisor", async () => {
    const shock = { type: "surgeon.shock" } as const;
    await command(supervisor, shock);
    await bench.pass(1000);
    const entries = await expectWhole();
    expect(entries).toMatchObject([{ actor: "supervisor", action: shock }]);
  });

  const lead = (device: Device, tick: number, isRunning = false) =>
    tell(device, { type: "lead", tick, isRunning, speed: 2 });
  const endAndMeet = async (...roles: readonly ("trainee" | "supervisor" | "observer")[]) => {
    await trainee.host.receive({ type: "act", action: CLAMP });
    await bench.pass(4000);
    await tell(supervisor, { type: "end" });
    await bench.pass(300);
    const devices = [];
    for (const role of roles) devices.push(await bench.join(role, { isDebrief: true }));
    await bench.pass(1000);
    for (const device of devices) expect(of(device, "ready")).toHaveLength(1);
    return devices;
  };

  test("after the end everybody looks where the supervisor looks, and nobody else steers", async () => {
    await lead(supervisor, 50);
    await bench.pass(200);
    expect(refusals(supervisor)).toEqual(["live.state"]);
    const [leader, own, other] = (await endAndMeet("supervisor", "trainee", "observer")) as [
      Device,
      Device,
      Device,
    ];
    await lead(leader, 120);
    await bench.pass(300);
    expect([leader, own, other].map(lastTick)).toEqual([120, 120, 120]);
    await lead(leader, 60);
    await lead(own, 10);
    await lead(other, 20);
    await bench.pass(300);
    expect([leader, own, other].map(lastTick)).toEqual([60, 60, 60]);
    expect([own, other].map(refusals)).toEqual([["live.role"], ["live.role"]]);
    const [pages] = of(trainee, "session").filter(({ message }) => message.type === "shown");
    expect(pages?.message).toMatchObject({ tick: 120, isRunning: false, speed: 2 });
    for (const device of [leader, own, other]) expect(of(device, "problem")).toEqual([]);
  });

  test("who comes late to a debrief that runs lands where the leader is, and stops at its end", async () => {
    const [leader] = (await endAndMeet("supervisor")) as [Device];
    await lead(leader, 0, true);
    await bench.pass(400);
    const late = await bench.join("observer", { isDebrief: true });
    await bench.pass(600);
    expect(lastTick(leader)).toBeGreaterThan(60);
    expect(Math.abs(lastTick(late) - lastTick(leader))).toBeLessThanOrEqual(10);
    await bench.pass(4000);
    const endTick = of(leader, "ready")[0]?.endTick;
    expect([lastTick(leader), lastTick(late)]).toEqual([endTick, endTick]);
  });

  test("the server restarts in a debrief, and the group stays where it was", async () => {
    const [leader] = (await endAndMeet("supervisor")) as [Device];
    await lead(leader, 90);
    await bench.pass(300);
    await bench.restart();
    await bench.pass(3000);
    const late = await bench.join("observer", { isDebrief: true });
    await bench.pass(1000);
    expect([leader, late].map(lastTick)).toEqual([90, 90]);
    await lead(leader, 30);
    await bench.pass(300);
    expect([leader, late].map(lastTick)).toEqual([30, 30]);
  });

  test("every role says what the table lets it say, and is refused everything else", async () => {
    const observer = await bench.join("observer");
    await bench.pass(300);
    const id = "command-00000001";
    const keyframe = { tick: 50, partIndex: 0, partCount: 1, text: "" };
    const messages: { readonly [T in ToServer["type"]]?: Extract<ToServer, { type: T }> } = {
      ready: { type: "ready", sound: true, input: true },
      diverged: { type: "diverged", tick: 0, expectedHex: "" },
      progress: { type: "progress", frontierTick: 0, sequence: 0 },
      lapsed: { type: "lapsed", id, reason: "" },
      keyframe: { type: "keyframe", ...keyframe },
      command: { type: "command", id, action: { type: "clock.run" } },
      start: { type: "start" },
      note: { type: "note", kind: "mark", tick: 0, text: "" },
      lead: { type: "lead", tick: 0, isRunning: false, speed: 1 },
      end: { type: "end" },
    };
    const said = Object.values(messages);
    expect(said).toHaveLength(Object.keys(MAY_SAY).length - 1); // hello was said by all
    const refusedBy = (device: Device) =>
      of(device, "session").flatMap(({ message }) =>
        message.type === "refused" && message.code === "live.role" ? [message.place] : [],
      );
    for (const [role, device] of Object.entries({ trainee, observer, supervisor })) {
      const may = (type: ToServer["type"]) => MAY_SAY[type].some((one) => one === role);
      const forbidden = said.map(({ type }) => type).filter((type) => !may(type));
      for (const message of said) await tell(device, message);
      for (let wait = 0; wait < 50 && refusedBy(device).length < forbidden.length; wait++) {
        await bench.pass(40);
      }
      await bench.pass(400);
      expect([role, refusedBy(device)]).toEqual([role, forbidden]);
    }
  });
});
