/**
 * Makes sure that node_modules is what package-lock.json says, and does nothing when it is.
 * Needs no dependency itself.
 */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "./paths.mjs";
import { PlainError, run, runNode, say } from "./run.mjs";
import { readStamp, writeWhole } from "./stamp.mjs";

const MODULES = path.join(ROOT, "node_modules");
const LOCK = path.join(ROOT, "package-lock.json");
const STAMP = path.join(MODULES, ".onbypass-install");

/** What the installed tree depends on: the lock file and the machine it was unpacked for. */
function wantedStamp() {
  const machine = `${process.platform} ${process.arch}`;
  return createHash("sha256").update(fs.readFileSync(LOCK)).update(machine).digest("hex");
}

/**
 * True when npm's own note of what it installed names the same versions as the lock file, so that a
 * tree put there by hand (`npm install`) is not thrown away and fetched again.
 */
function treeAlreadyMatches() {
  const note = path.join(MODULES, ".package-lock.json");
  if (!fs.existsSync(note)) return false;
  const wanted = JSON.parse(fs.readFileSync(LOCK, "utf8")).packages;
  const present = JSON.parse(fs.readFileSync(note, "utf8")).packages;
  return Object.entries(wanted).every(([where, entry]) => {
    if (where === "") return true;
    if (!present[where]) return entry.optional === true; // made for another kind of machine
    return present[where].version === entry.version;
  });
}

/** What to do about a failed install, from npm's own words. */
function remedyFor(/** @type {string} */ output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/i.test(output)) {
    return "The npm package registry cannot be reached from here. Connect this machine to it (or set npm's `registry` or `proxy`) and run the same command again.";
  }
  if (/ENOSPC/.test(output)) return "The disk is full. Free about 500 MB and run it again.";
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `This account may not write to ${MODULES}. Give it the folder, or clone into one it owns.`;
  }
  if (/EBADENGINE|EUSAGE|ERESOLVE/.test(output)) {
    return "package.json and package-lock.json do not agree. Run `npm install` and look at what it changed.";
  }
  return "The lines above are npm's own.";
}

/** Installs what is missing. Quick when nothing is. */
export async function ensureInstalled() {
  const wanted = wantedStamp();
  if (readStamp(STAMP) === wanted) return;
  if (!treeAlreadyMatches()) {
    say("Installing the dependencies (once; about a minute).");
    const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
    const npm = process.env.npm_execpath; // set when npm runs us; the same npm is used again
    const { code, output } = npm?.endsWith(".js")
      ? await runNode([npm, ...args], { capture: true })
      : await run("npm", args, { capture: true, shell: process.platform === "win32" });
    if (code !== 0) {
      say(output.trim());
      throw new PlainError(`The dependencies could not be installed. ${remedyFor(output)}`);
    }
  }
  writeWhole(STAMP, wanted);
}
