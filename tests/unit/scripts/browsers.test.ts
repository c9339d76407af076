/** Browser discovery, on machines that are only described. */
import { expect, test } from "vitest";
import { findBrowser, findBrowsers, type Machine } from "../../support/browsers.ts";

const machine = (files: readonly string[], rest: Partial<Machine> = {}): Machine => ({
  platform: "linux",
  env: {},
  exists: (file) => files.includes(file),
  managedPath: () => "/managed/browser",
  ...rest,
});

test("the environment comes first", () => {
  const env = { CHROME_BIN: "/opt/chrome" };
  const found = findBrowser("chromium", machine(["/opt/chrome", "/managed/browser"], { env }));
  expect(found).toEqual({ name: "chromium", path: "/opt/chrome", isManaged: false });
});

test("a named browser that is not there is an error, not a silent second choice", () => {
  const env = { FIREFOX_PATH: "/opt/gone" };
  expect(() => findBrowser("firefox", machine(["/usr/bin/firefox"], { env }))).toThrow(
    "FIREFOX_PATH names /opt/gone, and there is no such file.",
  );
});

test("Playwright's own comes before the system's", () => {
  const found = findBrowser("firefox", machine(["/managed/browser", "/usr/bin/firefox"]));
  expect(found).toEqual({ name: "firefox", path: "/managed/browser", isManaged: true });
});

test.each<[NodeJS.Platform, Record<string, string>, string]>([
  ["linux", {}, "/usr/bin/chromium"],
  ["linux", { PATH: "/bin:/opt/bin" }, "/opt/bin/google-chrome"],
  ["darwin", {}, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
  [
    "win32",
    { ProgramFiles: "C:\\Programs" },
    "C:\\Programs\\Google\\Chrome\\Application\\chrome.exe",
  ],
])("%s: the system's place %j", (platform, env, file) =>
  expect(findBrowser("chromium", machine([file], { platform, env }))?.path).toBe(file),
);

test("a machine without browsers has none", () => expect(findBrowsers(machine([]))).toEqual([]));
