/** A server open to the tablets of one network: which names it answers to, where it sends others, TLS. */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { request } from "node:https";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenedDatabase, openDatabase } from "../../src/server/database/openDatabase.ts";
import { lanAddresses, originForOthers } from "../../src/server/localNetwork.ts";
import { type Bench, startBench } from "../support/apiBench.ts";
import { addSession, ticketFor } from "../support/liveBench.ts";

let folder: string;
let opened: OpenedDatabase;
let onLan: Bench;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-lan-"));
  opened = await openDatabase({ dataDir: folder });
  onLan = await startBench(opened.database, { isOnLan: true });
});
afterAll(async () => {
  await onLan.close();
  await opened.close();
  fs.rmSync(folder, { recursive: true });
});

const statusAt = async (host: string, bench = onLan) =>
  (await bench.server.inject({ method: "GET", url: "/", headers: { host } })).statusCode;

test("it answers to its own addresses and names, and to no other that was made to point here", async () => {
  const own = ["127.0.0.1:4455", "localhost:4455", `${os.hostname()}.local:4455`];
  for (const host of [...own, ...lanAddresses().map((one) => `${one}:4455`)]) {
    expect([host, await statusAt(host)]).toEqual([host, 200]);
  }
  for (const host of ["evil.example.org", "192.0.2.7:4455"]) {
    expect([host, await statusAt(host)]).toEqual([host, 421]);
  }
  const claim = { host: "evil.example.org", origin: "http://evil.example.org" };
  const asked = { method: "POST", url: "/api/sign-in", payload: {}, headers: claim } as const;
  expect((await onLan.server.inject(asked)).statusCode).toBe(421);
});

test("only the addresses that others reach are told", () => {
  const one = { netmask: "255.255.255.0", mac: "00:00:00:00:00:00", cidr: null } as const;
  const interfaces = {
    lo: [{ ...one, address: "127.0.0.1", family: "IPv4", internal: true }],
    ward: [
      { ...one, address: "fe80::1", family: "IPv6", internal: false, scopeid: 1 },
      { ...one, address: "192.168.7.20", family: "IPv4", internal: false },
    ],
  } satisfies ReturnType<typeof os.networkInterfaces>;
  expect(lanAddresses(interfaces)).toEqual(["192.168.7.20"]);
});

test("a supervisor on the server's own machine is told where others join, or that they cannot", async () => {
  const page = {
    protocol: "http",
    host: "127.0.0.1:4455",
    hostname: "127.0.0.1",
    port: 4455,
  } as const;
  const [address] = lanAddresses();
  const lanOrigin = address === undefined ? null : `http://${address}:4455`;
  expect(originForOthers(page, true)).toBe(lanOrigin);
  expect(originForOthers(page, false)).toBeNull();
  const named = { ...page, host: "sim.example.org", hostname: "sim.example.org" };
  expect(originForOthers(named, false)).toBe("http://sim.example.org");

  const sessionId = await addSession(opened.database, null);
  const open = async (role: "supervisor" | "observer") => {
    const { token } = await ticketFor(opened.database, sessionId, role);
    const headers = { host: "127.0.0.1:4455", origin: "http://127.0.0.1:4455" };
    return (
      await onLan.guest().send({ method: "POST", url: "/api/room", payload: { token }, headers })
    ).body;
  };
  expect((await open("supervisor")).joinOrigin).toBe(lanOrigin);
  expect((await open("observer")).joinOrigin).toBeNull();
});

/** Without openssl there is no certificate to try with. */
const hasOpenssl = (() => {
  try {
    execFileSync("openssl", ["version"]);
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!hasOpenssl)(
  "with a certificate it speaks TLS itself, and the cookie is bound to it",
  async () => {
    const [certFile, keyFile] = ["cert.pem", "key.pem"].map((name) => path.join(folder, name)) as [
      string,
      string,
    ];
    const subject = ["-subj", "/CN=localhost", "-days", "1", "-nodes"];
    const files = ["-keyout", keyFile, "-out", certFile];
    const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
    execFileSync("openssl", ["req", ...kind, ...subject, ...files], { stdio: "ignore" });
    const [cert, key] = [certFile, keyFile].map((file) => fs.readFileSync(file, "utf8")) as [
      string,
      string,
    ];
    const own = await openDatabase({ dataDir: path.join(folder, "own") });
    const secured = await startBench(own.database, { tls: { cert, key } });
    await secured.administrator();
    await secured.server.listen({ host: "127.0.0.1", port: 0 });
    const { port } = secured.server.server.address() as AddressInfo;
    const body = JSON.stringify({ email: "admin@example.org", password: "four quiet words here" });
    const origin = `https://localhost:${port}`;
    const headers = { origin, host: `localhost:${port}`, "content-type": "application/json" };
    const cookie = await new Promise<string>((resolve, reject) => {
      const options = { host: "127.0.0.1", port, path: "/api/sign-in", method: "POST", headers };
      request({ ...options, ca: cert, servername: "localhost" }, (reply) => {
        reply.resume();
        resolve(String(reply.headers["set-cookie"]));
      })
        .once("error", reject)
        .end(body);
    });
    await secured.close();
    await own.close();
    expect(cookie).toMatch(/^__Host-onbypass-sign-in=[\w-]{43};/);
    expect(cookie).toContain("Secure");
  },
);
