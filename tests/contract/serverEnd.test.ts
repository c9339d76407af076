/** A server that is asked to end: what was begun is kept and answered, and everybody comes back. */
import fs from "node:fs";
import { type AddressInfo, connect } from "node:net";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { openDatabase } from "../../src/server/database/openDatabase.ts";
import { startBench } from "../support/apiBench.ts";
import { killAgainAndAgain } from "../support/killBench.ts";
import { bundleServer } from "../support/serverControl.ts";

test("asked to end with a session running, it keeps what it acknowledged, ends without complaint, and the session goes on at the next start", async () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-end-"));
  const counts = { killCount: 1, sessionCount: 1 };
  const { findings, acknowledgedCount, entryCount } = await killAgainAndAgain({
    ...counts,
    choice: { dataDir },
    signal: "SIGTERM",
    serverFile: await bundleServer(),
  });
  fs.rmSync(dataDir, { recursive: true });
  expect(findings).toEqual([]);
  expect(acknowledgedCount).toBeGreaterThan(0);
  expect(entryCount).toBeGreaterThanOrEqual(acknowledgedCount);
});

test("it answers the request that is under way, and asks each device to come back later", async () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-end-"));
  const { database, close } = await openDatabase({ dataDir });
  const bench = await startBench(database);
  await bench.server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = bench.server.server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const device = new WebSocket(`ws://127.0.0.1:${port}/api/live`, { origin });
  await new Promise((resolve) => device.once("open", resolve));
  const goodbye = new Promise<number>((resolve) => device.once("close", resolve));

  const body = JSON.stringify({ email: "ann@example.org", password: "four quiet words" });
  const half = connect(port, "127.0.0.1");
  let answer = "";
  half.on("data", (chunk: Buffer) => {
    answer += chunk.toString();
  });
  const isOver = new Promise((resolve) => half.once("close", resolve));
  const head = [
    "POST /api/sign-in HTTP/1.1",
    `host: 127.0.0.1:${port}`,
    `origin: ${origin}`,
    "content-type: application/json",
    `content-length: ${body.length}`,
  ];
  half.write(`${head.join("\r\n")}\r\n\r\n${body.slice(0, 10)}`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const ended = bench.close();
  half.write(body.slice(10));
  await Promise.all([ended, isOver]);
  expect(answer).toContain("HTTP/1.1 422");
  expect(await goodbye).toBe(1012);
  await close();
  fs.rmSync(dataDir, { recursive: true });
});
