/**
 * Rules of ASVS 5.0 that no other test holds: headers of every answer, the cookie over TLS, who a proxy
 * says somebody is, passwords as they were typed, the live link's origin. docs/security.md has them all.
 */
import fs from "node:fs";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import type { FastifyInstance, InjectOptions } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { createFirstInvitation } from "../../src/server/accounts/invitations.ts";
import { buildServer } from "../../src/server/buildServer.ts";
import { type OpenedDatabase, openDatabase } from "../../src/server/database/openDatabase.ts";
import { openSigningKey } from "../../src/server/signing/ed25519.ts";

const HOST = "sim.example.org";
/** 64 characters and more, with capitals, a space at the end and letters beyond ASCII. */
const PHRASE = "Grüße von vier stillen Wörtern, die nichts miteinander zu tun haben… ";
const EMAIL = "ann@example.org";

let folder: string;
let opened: OpenedDatabase;
let direct: FastifyInstance;
let behindProxy: FastifyInstance;

const build = (trustProxy: boolean): Promise<FastifyInstance> =>
  buildServer({
    appDir: folder,
    engineDirs: [folder],
    database: opened.database,
    key: openSigningKey(folder),
    nowMs: () => 1_800_000_000_000,
    steadyMs: () => 0,
    trustProxy,
  });

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-security-"));
  fs.writeFileSync(path.join(folder, "index.html"), "<!doctype html><title>OnBypass</title>");
  opened = await openDatabase({ dataDir: path.join(folder, "data") });
  direct = await build(false);
  behindProxy = await build(true);
  const secret = await createFirstInvitation(opened.database, 1_800_000_000_000);
  const person = { secret, name: "Ann", email: EMAIL, password: PHRASE };
  await send(direct, { url: "/api/invitation/accept", payload: person });
});

afterAll(async () => {
  await direct.close();
  await behindProxy.close();
  await opened.close();
  fs.rmSync(folder, { recursive: true });
});

const send = (server: FastifyInstance, options: InjectOptions) =>
  server.inject({
    method: "POST",
    ...options,
    headers: { host: HOST, origin: `http://${HOST}`, ...options.headers },
  });
const signIn = (server: FastifyInstance, password = PHRASE, headers = {}) =>
  send(server, { url: "/api/sign-in", payload: { email: EMAIL, password }, headers });

const FORWARDED = { origin: `https://${HOST}`, "x-forwarded-proto": "https" };

test("every answer says what may be loaded, by whom framed, of what kind, and tells nobody where from", async () => {
  for (const url of ["/", "/api/me", "/api/nothing", "/assets/gone.js", "/health", "/metrics"]) {
    const { headers } = await direct.inject({ method: "GET", url });
    const policy = String(headers["content-security-policy"]);
    for (const directive of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
      expect([url, policy]).toEqual([url, expect.stringContaining(directive)]);
    }
    expect(policy).toContain("script-src 'self';");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["content-type"]).toMatch(/charset=utf-8|^text\/plain; version/);
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  }
});

test("over TLS the cookie is bound to this host and to TLS", async () => {
  const { headers } = await signIn(behindProxy, PHRASE, FORWARDED);
  const cookie = String(headers["set-cookie"]);
  expect(cookie).toMatch(/^__Host-onbypass-sign-in=[\w-]{43};/);
  for (const attribute of ["Secure", "HttpOnly", "SameSite=Strict", "Path=/"]) {
    expect(cookie).toContain(attribute);
  }
  expect(cookie).not.toContain("Domain");
});

test("without a proxy in front, nobody says for others where they come from", async () => {
  // Believed, these would make the origin of another site this server's own.
  const claim = { "x-forwarded-host": "evil.example.org", "x-forwarded-proto": "https" };
  const headers = { ...claim, origin: "https://evil.example.org" };
  expect((await signIn(direct, PHRASE, headers)).statusCode).toBe(403);
  const cookie = (await signIn(direct, PHRASE, claim)).headers["set-cookie"];
  expect(String(cookie)).toMatch(/^onbypass-sign-in=/);
});

test("a password counts exactly as it was typed, whatever letters it is of", async () => {
  expect(PHRASE.length).toBeGreaterThan(64);
  expect((await signIn(direct)).statusCode).toBe(200);
  for (const other of [PHRASE.trim(), PHRASE.toLowerCase(), PHRASE.slice(0, 64)]) {
    expect((await signIn(direct, other)).statusCode).toBe(422);
  }
});

test("passwords are kept as argon2id with 19 MiB and two passes, each with its own salt", async () => {
  const { password_hash } = await opened.database
    .selectFrom("account")
    .select("password_hash")
    .executeTakeFirstOrThrow();
  const [, kind, , parameters, salt] = String(password_hash).split("$");
  expect(kind).toBe("argon2id");
  const numbers = Object.fromEntries(
    String(parameters)
      .split(",")
      .map((one) => one.split("=")),
  );
  expect(Number(numbers["m"])).toBeGreaterThanOrEqual(19_456);
  expect(Number(numbers["t"])).toBeGreaterThanOrEqual(2);
  expect(Buffer.from(String(salt), "base64").length).toBeGreaterThanOrEqual(16);
});

test("signing in again makes a new secret and ends the old one", async () => {
  const cookieOf = (reply: Awaited<ReturnType<typeof signIn>>): string =>
    String(reply.headers["set-cookie"]).split(";")[0] ?? "";
  const accountOf = async (cookie: string) =>
    (await direct.inject({ method: "GET", url: "/api/me", headers: { host: HOST, cookie } })).json()
      .account;
  const first = cookieOf(await signIn(direct));
  expect(await accountOf(first)).toMatchObject({ email: EMAIL });
  const second = cookieOf(await signIn(direct, PHRASE, { cookie: first }));
  expect(second).not.toBe(first);
  expect(await accountOf(first)).toBeNull();
  expect(await accountOf(second)).toMatchObject({ email: EMAIL });
});

test("signing in, and being refused, stand in the audit log without what was typed", async () => {
  await signIn(direct);
  await signIn(direct, "not the right words");
  const lines = await opened.database.selectFrom("audit").selectAll().execute();
  const actions = lines.map(({ action }) => action);
  expect(actions).toContain("account.signedIn");
  expect(actions).toContain("account.signInRefused");
  const text = JSON.stringify(lines);
  for (const typed of [PHRASE, "not the right words", EMAIL]) expect(text).not.toContain(typed);
});

test("nothing that changes something is a GET, and TRACE is answered by nobody", async () => {
  for (const url of ["/api/sign-in", "/api/sign-out", "/api/join", "/api/invitation/accept"]) {
    expect((await direct.inject({ method: "GET", url })).statusCode).toBe(404);
  }
  // inject() knows no TRACE as a method of a route; a server that had one would answer 200.
  const reply = await direct.inject({ method: "TRACE" as "GET", url: "/api/me" });
  expect(reply.statusCode).toBeGreaterThanOrEqual(400);
});

test("a failure of the server's own tells the caller nothing of its insides", async () => {
  const own = await openDatabase({ dataDir: path.join(folder, "broken") });
  const server = await buildServer({
    appDir: folder,
    engineDirs: [folder],
    database: own.database,
    key: openSigningKey(folder),
    nowMs: () => 0,
    steadyMs: () => 0,
  });
  await own.close();
  const reply = await signIn(server);
  expect(reply.statusCode).toBe(500);
  expect(reply.json()).toMatchObject({ code: "server.failed" });
  expect(reply.body).not.toMatch(/sql|kysely|driver|at .*:\d+/i);
  await server.close();
});

test("the live link opens for pages of this server alone", async () => {
  await direct.listen({ host: "127.0.0.1", port: 0 });
  const { port } = direct.server.address() as AddressInfo;
  const here = `http://127.0.0.1:${port}`;
  /** The code by which the server ends it, or "open" when it waits for a hello. */
  const knock = (origin?: string): Promise<number | "open"> =>
    new Promise((resolve, reject) => {
      const options = origin === undefined ? {} : { origin };
      const socket = new WebSocket(`ws://127.0.0.1:${port}/api/live`, options);
      socket.on("error", reject);
      socket.on("close", (code) => resolve(code));
      // A stranger is sent away at once; nobody else hears anything before the hello.
      socket.on("open", () => {
        setTimeout(() => {
          resolve("open");
          socket.close();
        }, 300);
      });
    });
  expect(await knock(here)).toBe("open");
  const strangers = ["https://evil.example.org", `https://127.0.0.1:${port}`, "null", undefined];
  for (const origin of strangers) expect([origin, await knock(origin)]).toEqual([origin, 1008]);
});
