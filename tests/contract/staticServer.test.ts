/** What the server promises a browser, checked without a port. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compressFolder } from "../../scripts/lib/compress.mjs";
import { buildServer } from "../../src/server/buildServer.ts";
import { type OpenedDatabase, openDatabase } from "../../src/server/database/openDatabase.ts";
import { openSigningKey } from "../../src/server/signing/ed25519.ts";

const OLD_ENGINE = "engine-00000000000000aa.mjs";
const NEW_ENGINE = "engine-00000000000000bb.mjs";

let folder: string;
let opened: OpenedDatabase;
let server: Awaited<ReturnType<typeof buildServer>>;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-server-"));
  const write = (name: string, text: string): void => {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  };
  write("app/index.html", "<!doctype html><title>OnBypass</title>");
  write("app/serviceWorker.js", "// keeps the app");
  write("app/app.webmanifest", "{}");
  write("app/assets/main-Ab12Cd34.js", `console.log("${"long ".repeat(400)}");`);
  write("built/current.json", `{"hash":"00000000000000bb","file":"${NEW_ENGINE}"}`);
  write(`built/${NEW_ENGINE}`, "export const engine = 'new';");
  write(`kept/${OLD_ENGINE}`, "export const engine = 'old';");
  write("kept/notes.txt", "not an engine");
  write("secret.txt", "outside");
  await compressFolder(path.join(folder, "app"));
  const engineDirs = ["built", "kept"].map((name) => path.join(folder, name));
  opened = await openDatabase({ dataDir: path.join(folder, "data") });
  const { database } = opened;
  server = await buildServer({
    appDir: path.join(folder, "app"),
    engineDirs,
    database,
    key: openSigningKey(folder),
    nowMs: () => 0,
    steadyMs: () => 0,
  });
});

afterAll(async () => {
  await server.close();
  await opened.close();
  fs.rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ method: "GET", url, headers });

describe("pages", () => {
  test("the root is the app, under a policy without eval", async () => {
    const reply = await get("/");
    const policy = String(reply.headers["content-security-policy"]);
    expect(reply.statusCode).toBe(200);
    expect(reply.body).toContain("<title>OnBypass</title>");
    expect(reply.headers["cache-control"]).toBe("no-cache");
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("unsafe-eval");
  });
  test("the service worker is asked for every time, is a script, and may work for the whole address", async () => {
    const reply = await get("/serviceWorker.js");
    expect(reply.headers["cache-control"]).toBe("no-cache");
    expect(reply.headers["content-type"]).toContain("javascript");
    expect(String(reply.headers["content-security-policy"])).toContain("worker-src 'self'");
  });
  test("what an installation reads is of its kind", async () =>
    expect((await get("/app.webmanifest")).headers["content-type"]).toContain("manifest+json"));
  test("an address of the app's own routing gets the app", async () => {
    const reply = await get("/debrief/42", { accept: "text/html" });
    expect(reply.statusCode).toBe(200);
    expect(reply.body).toContain("<title>OnBypass</title>");
  });
  test("a missing file is not found, with the policy all the same", async () => {
    const reply = await get("/assets/gone.js", { accept: "text/html" });
    expect(reply.statusCode).toBe(404);
    expect(reply.headers["content-security-policy"]).toBeDefined();
  });
  test.each([
    ["br", "br"],
    ["gzip", "gzip"],
    ["gzip, deflate, br", "br"],
  ])("a browser that takes %s gets %s", async (accepted, encoding) => {
    const reply = await get("/assets/main-Ab12Cd34.js", { "accept-encoding": accepted });
    expect(reply.headers["content-encoding"]).toBe(encoding);
    expect(reply.headers["content-type"]).toContain("javascript");
    expect(reply.headers["cache-control"]).toContain("immutable");
  });
  test.each(["/../secret.txt", "/%2e%2e/secret.txt", "/engines/..%2f..%2fsecret.txt"])(
    "%s does not lead out of the folder",
    async (url) => {
      const reply = await get(url);
      expect(reply.statusCode).not.toBe(200);
      expect(reply.body).not.toContain("outside");
    },
  );
});

describe("engines", () => {
  test("current.json is asked for every time", async () => {
    const reply = await get("/engines/current.json");
    expect(reply.json()).toEqual({ hash: "00000000000000bb", file: NEW_ENGINE });
    expect(reply.headers["cache-control"]).toBe("no-cache");
  });
  test.each([
    [NEW_ENGINE, "new"],
    [OLD_ENGINE, "old"],
  ])("%s is served by its hash", async (file, word) => {
    const reply = await get(`/engines/${file}`);
    expect(reply.statusCode).toBe(200);
    expect(reply.body).toContain(word);
    expect(reply.headers["content-type"]).toContain("javascript");
    expect(reply.headers["cache-control"]).toContain("immutable");
  });
  test("nothing else in the folder is served", async () =>
    expect((await get("/engines/notes.txt")).statusCode).toBe(404));
  test("an engine that nobody kept is not found, not a page", async () => {
    const reply = await get("/engines/engine-00000000000000cc.mjs", { accept: "text/html" });
    expect(reply.statusCode).toBe(404);
  });
});
