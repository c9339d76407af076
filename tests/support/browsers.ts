/**
 * Which browsers this machine has, without starting any. Order: what the environment names, what
 * Playwright installed for itself, the places each system puts them, then PATH.
 * macOS and Windows places are written from their documentation and were not run.
 */
import fs from "node:fs";
import path from "node:path";
import { chromium, firefox } from "@playwright/test";

export const BROWSER_NAMES = ["chromium", "firefox"] as const;
export type BrowserName = (typeof BROWSER_NAMES)[number];

export interface FoundBrowser {
  readonly name: BrowserName;
  readonly path: string;
  /** True for Playwright's own build, which it drives without being told how. */
  readonly isManaged: boolean;
}

/** Everything the search looks at, so that a test can describe another machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
  readonly managedPath: (name: BrowserName) => string;
}

const ENV_NAMES: Record<BrowserName, readonly string[]> = {
  chromium: ["CHROMIUM_PATH", "CHROME_BIN"],
  firefox: ["FIREFOX_PATH"],
};

const COMMANDS: Record<BrowserName, readonly string[]> = {
  chromium: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
  firefox: ["firefox-esr", "firefox"],
};

const MAC_APPS: Record<BrowserName, readonly string[]> = {
  chromium: [
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  firefox: ["Firefox.app/Contents/MacOS/firefox"],
};

const WINDOWS_PROGRAMS: Record<BrowserName, readonly string[]> = {
  chromium: [
    "Google\\Chrome\\Application\\chrome.exe",
    "Chromium\\Application\\chrome.exe",
    "Microsoft\\Edge\\Application\\msedge.exe",
  ],
  firefox: ["Mozilla Firefox\\firefox.exe"],
};

const LINUX_PLACES: Record<BrowserName, readonly string[]> = {
  chromium: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/microsoft-edge",
    "/snap/bin/chromium",
  ],
  firefox: ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/snap/bin/firefox"],
};

function systemPlaces(name: BrowserName, { platform, env }: Machine): readonly string[] {
  if (platform === "darwin") return MAC_APPS[name].map((app) => `/Applications/${app}`);
  if (platform !== "win32") return LINUX_PLACES[name];
  const roots = [env["ProgramFiles"], env["ProgramFiles(x86)"], env["LOCALAPPDATA"]];
  return roots.flatMap((root) =>
    root === undefined ? [] : WINDOWS_PROGRAMS[name].map((program) => `${root}\\${program}`),
  );
}

function placesOnPath(name: BrowserName, { platform, env }: Machine): readonly string[] {
  const isWindows = platform === "win32";
  const folders = (env["PATH"] ?? "").split(isWindows ? ";" : ":").filter((one) => one !== "");
  return folders.flatMap((folder) =>
    COMMANDS[name].map((command) =>
      isWindows ? `${folder}\\${command}.exe` : `${folder}/${command}`,
    ),
  );
}

/** One browser, or undefined. A path named in the environment that is not there is an error. */
export function findBrowser(name: BrowserName, machine: Machine): FoundBrowser | undefined {
  for (const variable of ENV_NAMES[name]) {
    const named = machine.env[variable];
    if (named === undefined || named === "") continue;
    if (!machine.exists(named)) {
      throw new Error(`${variable} names ${named}, and there is no such file.`);
    }
    return { name, path: named, isManaged: false };
  }
  const managed = machine.managedPath(name);
  if (managed !== "" && machine.exists(managed)) return { name, path: managed, isManaged: true };
  const places = [...systemPlaces(name, machine), ...placesOnPath(name, machine)];
  const found = places.find((place) => machine.exists(place));
  return found === undefined ? undefined : { name, path: found, isManaged: false };
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  exists: (file) => {
    try {
      fs.accessSync(path.resolve(file), fs.constants.X_OK);
      return true;
    } catch {
      return false; // not there, or not ours to run: either way not a browser for us
    }
  },
  managedPath: (name) => {
    try {
      return (name === "chromium" ? chromium : firefox).executablePath();
    } catch {
      return ""; // Playwright has no build for this system
    }
  },
};

/** Every browser of this machine. */
export function findBrowsers(machine: Machine = thisMachine): readonly FoundBrowser[] {
  return BROWSER_NAMES.flatMap((name) => findBrowser(name, machine) ?? []);
}
