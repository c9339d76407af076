/**
 * Checks the scenarios and writes them for the browser: public/scenarios/catalogue.json lists them, and
 * public/scenarios/<id>.json holds everything a case of one needs, fetched when it is started.
 */
import "./lib/requireNode.mjs";
import fs from "node:fs";
import path from "node:path";
import { register } from "tsx/esm/api";
import { ROOT } from "./lib/paths.mjs";
import { fail, PlainError, say } from "./lib/run.mjs";

const FOLDER = path.join(ROOT, "public/scenarios");

async function main() {
  register();
  const { readAllContents } = await import("../src/cli/allContents.ts");
  const { readLimitProfiles } = await import("../src/cli/limitProfiles.ts");
  const { listScenario } = await import("../src/scenario/listing.ts");
  const { listComposition } = await import("../src/scenario/composition.schema.ts");
  const { readCompositions } = await import("../src/cli/compositions.ts");
  const { readTheatreLists } = await import("../src/cli/theatreLists.ts");
  const { listTheatreList } = await import("../src/case/theatreList.schema.ts");
  const { offerOf } = await import("../src/case/theatreListContent.ts");
  const contents = readAllContents(path.join(ROOT, "scenarios"));
  if (!contents.ok) throw new PlainError(listed("The scenarios have problems:", contents));
  const profiles = readLimitProfiles();
  if (!profiles.ok) throw new PlainError(listed("The limit profiles have problems:", profiles));
  const read = readCompositions();
  if (!read.ok) throw new PlainError(listed("The compositions have problems:", read));
  const lists = readTheatreLists();
  if (!lists.ok) throw new PlainError(listed("The theatre lists have problems:", lists));
  fs.mkdirSync(FOLDER, { recursive: true });
  for (const old of fs.readdirSync(FOLDER)) {
    if (old.endsWith(".json")) fs.rmSync(path.join(FOLDER, old));
  }
  for (const content of contents.value) write(content.scenario.id, content);
  const scenarios = contents.value.map(({ scenario }) => listScenario(scenario));
  const byId = new Map(contents.value.map(({ scenario }) => [scenario.id, scenario]));
  for (const composition of read.value) write(composition.id, { composition });
  const compositions = read.value.map((composition) => listComposition(composition, byId));
  for (const { list, patients } of lists.value) write(list.id, offerOf(list, patients));
  const theatreLists = lists.value.map(({ list, patients }) => listTheatreList(list, patients));
  const offered = { scenarios, compositions, theatreLists, limitProfiles: profiles.value };
  write("catalogue", { formatVersion: 2, ...offered });
  say(
    `${scenarios.length} scenario(s), ${compositions.length} composition(s), ${theatreLists.length} theatre list(s).`,
  );
}

/**
 * @param {string} title
 * @param {import("../src/kernel/result.ts").Failure} failure
 */
const listed = (title, { problems }) =>
  [title, ...problems.map(({ place, sentence, remedy = "" }) => `${place}: ${sentence} ${remedy}`)]
    .join("\n")
    .trimEnd();

/**
 * @param {string} name
 * @param {unknown} data
 */
function write(name, data) {
  const file = path.join(FOLDER, `${name}.json`);
  fs.writeFileSync(`${file}.part`, `${JSON.stringify(data)}\n`);
  fs.renameSync(`${file}.part`, file);
}

main().catch(fail);
