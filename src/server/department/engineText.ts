/**
 * Names the currency engine by its own text, so that whatever an older one worked out and left in the
 * database is worked out again.
 */
import fs from "node:fs";
import path from "node:path";
import { sha256Hex } from "../../cli/sha256.ts";

const RECORDS = path.resolve(import.meta.dirname, "../../records");
const PERSON_RECORDS = path.join(import.meta.dirname, "personRecords.ts");
const LENGTH = 16; // hex digits; it tells versions apart and proves nothing

function nameOf(files: readonly string[]): string {
  const texts = files.map((file) => fs.readFileSync(file, "utf8"));
  return sha256Hex(texts.join("\n")).slice(0, LENGTH);
}

let name: string | undefined;

/** The name of the engine that this process runs. */
export function currencyEngineName(): string {
  if (name === undefined) {
    const sources = fs.readdirSync(RECORDS).filter((one) => one.endsWith(".ts"));
    name = nameOf([...sources.sort().map((one) => path.join(RECORDS, one)), PERSON_RECORDS]);
  }
  return name;
}
