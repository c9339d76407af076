/**
 * Cuts the faces the product shows down to the characters it writes, into assets/fonts: half the bytes
 * of the whole Latin files. Any other Latin character still comes from those (src/app/styles/fonts.css).
 */
import "./lib/requireNode.mjs";
import fs from "node:fs";
import path from "node:path";
import fontverter from "fontverter";
import subsetFont from "subset-font";
import { ROOT } from "./lib/paths.mjs";
import { fail, PlainError, say } from "./lib/run.mjs";

/** Characters beyond ASCII that the product writes; fonts.css names the same ones as ranges. */
export const EXTRA_CHARACTERS = "\u00a0°±²³µ·¼½¾×ø–—‘’“”…′″₂→−≤≥Δ";

/** Package under @ibm, and the weights of it that are shown. */
const FACES = [
  { pkg: "plex-sans", file: "IBMPlexSans", weights: ["Regular", "SemiBold"] },
  {
    pkg: "plex-sans-condensed",
    file: "IBMPlexSansCondensed",
    weights: ["Medium", "SemiBold", "Bold"],
  },
];

/**
 * Only pairs are spaced: digits are of one width without a feature, and no text here has ligatures. Hints
 * for coarse screens are left out: they are a third of the bytes, and today's renderers ignore most of them.
 */
const CUT = {
  targetFormat: /** @type {const} */ ("truetype"),
  keepFeatures: ["kern"],
  noHinting: true,
};

/**
 * "Plex" is reserved for IBM's own files (SIL OFL 1.1), so the cut ones go by another name, of the same
 * length because it is written over the old one. The copyright line stays.
 */
const RENAMED = /** @type {const} */ ([
  ["IBM Plex", "OnBypass"],
  ["IBMPlex", "OnByPas"],
]);

const HEADER_BYTES = 12; // of an sfnt file: version, table count, three search helpers
const RECORD_BYTES = 16; // of each table: tag, checksum, offset, length

/** Writes the new name over the old one in the table of names. @param {Buffer} font */
function rename(font) {
  const records = Array.from(
    { length: font.readUInt16BE(4) },
    (_, index) => HEADER_BYTES + index * RECORD_BYTES,
  );
  const record = records.find((at) => font.toString("latin1", at, at + 4) === "name");
  if (record === undefined) throw new PlainError("This font has no table of names to change.");
  const offset = font.readUInt32BE(record + 8);
  const names = font.subarray(offset, offset + font.readUInt32BE(record + 12));
  for (const [from, to] of RENAMED) {
    const wanted = Buffer.from(from, "utf16le").swap16();
    const written = Buffer.from(to, "utf16le").swap16();
    for (let at = names.indexOf(wanted); at >= 0; at = names.indexOf(wanted))
      written.copy(names, at);
  }
}

function allCharacters() {
  const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
  return ascii.join("") + EXTRA_CHARACTERS;
}

async function main() {
  const folder = path.join(ROOT, "assets/fonts");
  fs.mkdirSync(folder, { recursive: true });
  for (const { pkg, file, weights } of FACES) {
    for (const weight of weights) {
      const whole = path.join(
        ROOT,
        `node_modules/@ibm/${pkg}/fonts/split/woff2/${file}-${weight}-Latin1.woff2`,
      );
      const bare = await subsetFont(fs.readFileSync(whole), allCharacters(), CUT);
      rename(bare);
      const cut = await fontverter.convert(bare, "woff2");
      const name = `${file.replace("IBMPlex", "")}-${weight}.woff2`.toLowerCase();
      fs.writeFileSync(path.join(folder, name), cut);
      say(`assets/fonts/${name}: ${cut.length} bytes of ${fs.statSync(whole).size}`);
    }
  }
}

if (process.argv[1] === import.meta.filename) main().catch(fail);
