/** Writes what is made from the code and the scenarios: scenarios/schema/*.json, docs/marks.md, docs/alarms.md. */
import "./lib/requireNode.mjs";
import fs from "node:fs";
import path from "node:path";
import { register } from "tsx/esm/api";
import { ROOT } from "./lib/paths.mjs";
import { fail, PlainError, say } from "./lib/run.mjs";

async function main() {
  register();
  const { readAllContents } = await import("../src/cli/allContents.ts");
  const { jsonSchemaFiles } = await import("../src/cli/jsonSchemas.ts");
  const { marksPage } = await import("../src/cli/marksPage.ts");
  const { alarmsPage } = await import("../src/cli/alarmsPage.ts");
  const folder = path.join(ROOT, "scenarios/schema");
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, text] of jsonSchemaFiles()) fs.writeFileSync(path.join(folder, name), text);
  const contents = readAllContents(path.join(ROOT, "scenarios"));
  if (!contents.ok) throw new PlainError(contents.problems.map((one) => one.sentence).join("\n"));
  fs.writeFileSync(path.join(ROOT, "docs/marks.md"), marksPage(contents.value));
  fs.writeFileSync(path.join(ROOT, "docs/alarms.md"), alarmsPage());
  say("Wrote scenarios/schema, docs/marks.md and docs/alarms.md.");
}

main().catch(fail);
