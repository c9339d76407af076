/**
 * The fonts of what is printed. They come compressed, and the PDF library would unpack them again for
 * each document, which takes longer than everything else in it; so they are unpacked once.
 */
import fs from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import fontverter from "fontverter";
import pdfmake from "pdfmake";

const require = createRequire(import.meta.url);
const FONTS_DIR = path.join(
  path.dirname(require.resolve("@ibm/plex-sans/package.json")),
  "fonts/complete/woff",
);
const WEIGHTS = {
  normal: "Regular",
  bold: "SemiBold",
  italics: "Italic",
  bolditalics: "SemiBoldItalic",
} as const;

/** The files that only the library sees; its types leave them out. */
interface WithFiles {
  readonly virtualfs: { writeFileSync(name: string, content: Buffer): void };
}

async function unpackFonts(): Promise<void> {
  const { virtualfs } = pdfmake as unknown as WithFiles;
  for (const weight of Object.values(WEIGHTS)) {
    const packed = await fs.readFile(path.join(FONTS_DIR, `IBMPlexSans-${weight}.woff`));
    virtualfs.writeFileSync(weight, await fontverter.convert(packed, "sfnt"));
  }
  pdfmake.setFonts({ Plex: { ...WEIGHTS } });
  // A document asks for its own fonts and nothing else, whatever stands in a text.
  pdfmake.setLocalAccessPolicy(() => false);
  pdfmake.setUrlAccessPolicy(() => false);
}

let unpacked: Promise<void> | undefined;

/** Makes the fonts ready, once for the process. */
export function paperFonts(): Promise<void> {
  unpacked ??= unpackFonts();
  return unpacked;
}
