/** What a server writes down over a whole session: enough to see what happened, and nobody in it. */
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { openDatabase } from "../../src/server/database/openDatabase.ts";
import { LIVE_VERSION } from "../../src/session/contract/live.ts";
import { PASSWORD, staffDepartment, startBench } from "../support/apiBench.ts";
import { describeOnBoth } from "../support/databases.ts";
import { addSession, openSocket, ticketFor } from "../support/liveBench.ts";

const REMARK = "A remark with Ada Lovelace in it";
const START_MS = 1_800_000_000_000;

interface Line {
  readonly level: string;
  readonly msg: string;
  readonly route?: string;
  readonly status?: number;
  readonly failure?: { readonly type: string; readonly frames: readonly string[] };
}

/** Says who it is over the live link, leaves a remark, and closes. */
async function visit(port: number, token: string, deviceId: string): Promise<void> {
  const socket = openSocket(port, new Set(), () => true);
  const heard = new Promise<void>((resolve) => {
    socket.onmessage = ({ data }) => {
      if (String(data).includes('"remark"')) resolve();
    };
  });
  socket.onopen = () => {
    const have = { haveSequence: 0, haveCheckpointTick: 0, haveJournalSequence: 0 };
    const hello = {
      type: "hello",
      version: LIVE_VERSION,
      token,
      deviceId,
      takeOver: false,
      ...have,
    };
    socket.send(JSON.stringify(hello));
    socket.send(JSON.stringify({ type: "note", kind: "remark", tick: 0, text: REMARK }));
  };
  await heard;
  socket.close();
}

describeOnBoth("the server's log", (databases) => {
  test("tells of every route and failure of a session, and of nobody", async () => {
    const { database, close } = await openDatabase(await databases.choose());
    const lines: string[] = [];
    let failing: Error | undefined;
    const bench = await startBench(database, {
      log: { level: "info", write: (line) => void lines.push(line) },
      nowMs() {
        if (failing !== undefined) throw failing;
        return START_MS;
      },
    });
    await bench.server.listen({ host: "127.0.0.1", port: 0 });
    const { port } = bench.server.server.address() as AddressInfo;
    const administrator = await bench.administrator();
    const { departmentId, people } = await staffDepartment(bench, administrator, "Heart unit");
    const sessionId = await addSession(database, null);
    const { token, deviceId } = await ticketFor(database, sessionId, "supervisor");
    const guest = bench.guest();
    await guest.post("/api/sign-in", { email: "grace@example.org", password: "of the wrong kind" });
    await guest.post("/api/join", { joinCode: "QRSTUV", name: "Grace Hopper", role: "observer" });
    await guest.post("/api/room", { token });
    await guest.get(`/api/feeds/${token}.ics`);
    await guest.get(`/welcome/${token}?name=Grace`);
    const invited = await people.head.post(`/api/departments/${departmentId}/invitations`, {
      role: "trainee",
    });
    await visit(port, token, deviceId);
    failing = new Error("duplicate key: (email)=(grace@example.org)");
    expect((await people.head.get("/api/me")).status).toBe(500);
    failing = undefined;
    await bench.close();
    await close();

    const told = lines.map((line) => JSON.parse(line) as Line);
    const routes = new Set(told.map(({ route }) => route));
    for (const route of ["/api/sign-in", "/api/join", "/api/room", "/api/invitation/accept"]) {
      expect(routes).toContain(route);
    }
    expect(told.filter(({ level }) => level === "error")).toMatchObject([
      { msg: "failed", failure: { type: "Error", frames: expect.arrayContaining([]) } },
    ]);
    const secrets = [administrator, ...Object.values(people)].map((one) => one.cookie());
    const forbidden = [
      "example.org",
      "Grace",
      "Ada",
      "Ann",
      "Heart unit",
      "QRSTUV",
      PASSWORD,
      "wrong kind",
      token,
      deviceId,
      sessionId,
      departmentId,
      invited.body.secret,
      ...secrets.map((cookie) => cookie?.split("=")[1]),
      "127.0.0.1",
      "remoteAddress",
      '"10.',
      ...Object.values(people).map(({ id }) => id),
    ];
    const text = lines.join("");
    expect(forbidden.filter((one) => one === undefined || text.includes(one))).toEqual([]);
  });
});
