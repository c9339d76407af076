/** What was built from what: a content hash of the sources, kept beside the result. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "./paths.mjs";

/**
 * Every file under the given files and folders, sorted, relative to the root with forward slashes.
 * @param {readonly string[]} entries
 * @returns {string[]}
 */
function filesUnder(entries) {
  const found = entries.flatMap((entry) => {
    const stat = fs.statSync(path.join(ROOT, entry), { throwIfNoEntry: false });
    if (!stat) return [];
    if (!stat.isDirectory()) return [entry];
    return filesUnder(
      fs.readdirSync(path.join(ROOT, entry)).map((name) => path.posix.join(entry, name)),
    );
  });
  return found.sort();
}

/**
 * SHA-256 over names and contents; a missing entry counts as empty.
 * @param {readonly string[]} entries
 */
export function hashSources(entries) {
  const hash = createHash("sha256").update(process.versions.node.split(".")[0]);
  for (const file of filesUnder(entries)) {
    const bytes = fs.readFileSync(path.join(ROOT, file));
    hash.update(`\0${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

/** @param {string} file */
export function readStamp(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim() : "";
}

/**
 * Writes a file so that a reader sees the old bytes or the new ones, never half.
 * @param {string} file
 * @param {string | Uint8Array} bytes
 */
export function writeWhole(file, bytes) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.part`;
  fs.writeFileSync(temporary, bytes);
  fs.renameSync(temporary, file);
}
