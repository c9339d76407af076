/** Use without a server: what the worker answers, what it keeps, and what the first page says. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keptFiles } from "../../../scripts/lib/serviceWorker.mjs";
import type { OfflineFacts } from "../../../src/app/offline/offlineFacts.ts";
import { offlineWords } from "../../../src/app/offline/offlineWords.ts";
import { engineHashIn, requestKind } from "../../../src/app/offline/requestKind.ts";
import { isTurnedOff } from "../../../src/app/offline/turnedOff.ts";
import { ACCESS_TABLE } from "../../../src/server/access/accessTable.ts";
import { COLOURS } from "../../../src/tokens/colours.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const ORIGIN = "https://onbypass.example.org";
const KEPT = new Set(["/index.html", "/scenarios/catalogue.json", "/engines/current.json"]);
const ENGINE = "/engines/engine-00000000000000aa.mjs";

function kindOf(address: string, mode = "cors", method = "GET") {
  const url = new URL(address, ORIGIN).href;
  return requestKind({ method, mode, url }, ORIGIN, (name) => KEPT.has(name));
}

describe("which requests the worker answers", () => {
  test.each([
    ["/", "navigate", "page"],
    ["/?renderer=canvas&seed=29", "navigate", "page"],
    ["/assets/main-Ab12Cd34.js", "cors", "byHash"],
    [ENGINE, "cors", "byHash"],
    ["/scenarios/catalogue.json", "cors", "byName"],
    ["/engines/current.json", "cors", "byName"],
  ])("%s (%s) is a %s", (address, mode, kind) => expect(kindOf(address, mode)).toBe(kind));
  test.each([
    ["/metrics", "navigate", "GET"],
    ["/api/me/calendar.ics", "navigate", "GET"],
    ["/serviceWorker.js", "same-origin", "GET"],
    ["/scenarios/not-in-this-version.json", "cors", "GET"],
    ["https://elsewhere.example.org/assets/main-Ab12Cd34.js", "cors", "GET"],
    ["/assets/main-Ab12Cd34.js", "cors", "POST"],
    ["/engines/engine-00000000000000aa.mjs.br", "cors", "GET"],
  ])("%s (%s, %s) goes by it", (address, mode, method) =>
    expect(kindOf(address, mode, method)).toBeUndefined(),
  );
  test("no route of the API comes near it, fetched or opened", () => {
    const addresses = Object.values(ACCESS_TABLE).map(({ url }) =>
      url.replaceAll(/:\w+/g, "abcdef0123456789"),
    );
    expect(addresses.length).toBeGreaterThan(40);
    const answered = addresses.filter((url) => kindOf(url) ?? kindOf(url, "navigate"));
    expect(answered).toEqual([]);
  });
  test("an engine is known by its address", () => {
    expect(engineHashIn(ENGINE)).toBe("00000000000000aa");
    expect(engineHashIn("/engines/current.json")).toBeUndefined();
  });
});

describe("what is kept", () => {
  let folder: string;
  const write = (name: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  };
  const kept = () => keptFiles(path.join(folder, "app"), path.join(folder, "engines"));
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-kept-"));
    write("app/index.html", "<!doctype html>");
    write("app/index.html.br", "short");
    write("app/serviceWorker.js", "the one before");
    write("app/assets/main-Ab12Cd34.js", "main");
    write("app/scenarios/catalogue.json", "{}");
    write("engines/current.json", `{"file":"engine-00000000000000aa.mjs"}`);
    write("engines/engine-00000000000000aa.mjs", "current");
    write("engines/engine-00000000000000bb.mjs", "older");
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  test("every file of the app and the engine of new cases, not compressed copies, not the worker, no other engine", () =>
    expect(kept().files.map(({ url }) => url)).toEqual([
      "/assets/main-Ab12Cd34.js",
      "/index.html",
      "/scenarios/catalogue.json",
      "/engines/current.json",
      ENGINE,
    ]));
  test("each is checked by its content; those whose name stays have a revision that follows it", () => {
    const before = kept().files;
    expect(before.filter(({ integrity }) => !integrity.startsWith("sha256-"))).toEqual([]);
    const revisions = Object.fromEntries(before.map(({ url, revision }) => [url, revision]));
    expect(revisions[ENGINE]).toBeNull();
    expect(revisions["/assets/main-Ab12Cd34.js"]).toBeNull();
    write("app/scenarios/catalogue.json", `{"scenarios":[]}`);
    const changed = kept().files.filter(({ url, revision }) => revision !== revisions[url]);
    expect(changed.map(({ url }) => url)).toEqual(["/scenarios/catalogue.json"]);
  });
  test("its size is what travels, compressed where it is", () => {
    const bytes = "short".length + "main".length + `{"scenarios":[]}`.length;
    const engines = `{"file":"engine-00000000000000aa.mjs"}`.length + "current".length;
    expect(kept().wireBytes).toBe(bytes + engines);
  });
});

describe("what the first page says", () => {
  const facts: OfflineFacts = {
    isOffline: false,
    isServerAway: false,
    keeping: "none",
    wireBytes: 1_234_567,
    update: "none",
  };
  const sentence = (some: Partial<OfflineFacts>) => offlineWords({ ...facts, ...some })?.sentence;
  test("nothing, where a browser keeps nothing and the server answers", () =>
    expect(offlineWords(facts)).toBeUndefined());
  test("that it is ready once everything is kept", () =>
    expect(sentence({ keeping: "whole" })).toBe("Ready to be used offline."));
  test("what everything would cost, on a device that saves data", () =>
    expect(offlineWords({ ...facts, keeping: "asUsed" })?.key).toBe("Keep everything (1.2 MB)"));
  test.each(["none", "turnedOff", "fetching", "asUsed", "failed"] as const)(
    "without a network and with %s kept, never that everything is",
    (keeping) => {
      expect(sentence({ keeping, isOffline: true })).toMatch(/^This device is offline\. /);
      expect(sentence({ keeping, isOffline: true })).not.toContain("Everything");
    },
  );
  test("a server that does not answer is told from a device without a network", () =>
    expect(sentence({ keeping: "whole", isServerAway: true })).toMatch(
      /^The server does not answer\. Everything/,
    ));
});

test("offline use is turned off by the address, stays off, and comes back", () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  expect(isTurnedOff("", storage)).toBe(false);
  expect(isTurnedOff("?seed=2&offline=off", storage)).toBe(true);
  expect(isTurnedOff("?seed=2", storage)).toBe(true);
  expect(isTurnedOff("?offline=on", storage)).toBe(false);
  expect(isTurnedOff("", storage)).toBe(false);
});

test("what is installed has the colours of the page, and icons that are there", () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(ROOT, "public/app.webmanifest"), "utf8"));
  const page = fs.readFileSync(path.join(ROOT, "index.html"), "utf8");
  expect([manifest.theme_color, manifest.background_color]).toEqual([COLOURS.room, COLOURS.room]);
  expect(page).toContain(`<meta name="theme-color" content="${COLOURS.room}" />`);
  const icons: string[] = manifest.icons.map(({ src }: { src: string }) => src);
  expect(icons.length).toBeGreaterThan(2);
  const named = [...icons, "/icon-180.png", "/app.webmanifest"];
  expect(named.filter((name) => !fs.existsSync(path.join(ROOT, "public", name)))).toEqual([]);
  expect(page).toContain('href="/app.webmanifest"');
});
