/**
 * Checks the scenarios and writes them as one JSON file for the browser:
 * public/scenarios/catalogue.json = { formatVersion, scenarios: [{ scenario, rubric, patient, … }] }.
 */
import "./lib/requireNode.mjs";
import fs from "node:fs";
import path from "node:path";
import { register } from "tsx/esm/api";
import { ROOT } from "./lib/paths.mjs";
import { fail, PlainError, say } from "./lib/run.mjs";

const FILE = path.join(ROOT, "public/scenarios/catalogue.json");

async function main() {
  register();
  const { readAllContents } = await import("../src/cli/allContents.ts");
  const contents = readAllContents(path.join(ROOT, "scenarios"));
  if (!contents.ok) {
    const lines = contents.problems.map(
      ({ place, sentence, remedy }) => `${place}: ${sentence}${remedy ? ` ${remedy}` : ""}`,
    );
    throw new PlainError(`The scenarios have problems:\n${lines.join("\n")}`);
  }
  fs.mkdirSync(path.dirname(FILE), { recursive: true });
  const text = JSON.stringify({ formatVersion: 1, scenarios: contents.value });
  fs.writeFileSync(`${FILE}.part`, `${text}\n`);
  fs.renameSync(`${FILE}.part`, FILE);
  say(`${contents.value.length} scenario(s), ${Math.round(text.length / 1024)} KiB.`);
}

main().catch(fail);
