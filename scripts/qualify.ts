/**
 * Plays every scripted perfusionist through every variant: npm run qualify -- [--seeds N] [--scenario ID]
 * [--kinds expert,idle] [--write]. With --write the figures go to docs/qualification.json, with the
 * engine's hash; the exit code tells whether everything ended as the scenarios declare.
 */
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { possibleCases } from "../src/scenario/possibleCases.ts";
import { loadBuiltEngine, sourcesEngineHash } from "../tests/support/builtEngine.ts";
import { KINDS, type Kind, SLOW_PACE, startKind } from "../tests/support/otherPerfusionists.ts";
import { playCase, readContent, SCENARIOS_FOLDER } from "../tests/support/playCase.ts";

const FILE = path.resolve(import.meta.dirname, "../docs/qualification.json");
const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "20" },
    scenario: { type: "string" },
    kinds: { type: "string", default: KINDS.join(",") },
    write: { type: "boolean", default: false },
  },
});
const seedCount = Number(values.seeds);
const kinds = values.kinds.split(",") as Kind[];
const ids = fs
  .readdirSync(SCENARIOS_FOLDER)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => name.slice(0, -".yaml".length))
  .filter((id) => values.scenario === undefined || id === values.scenario)
  .sort();
const engineHash = await sourcesEngineHash();
const engine = await loadBuiltEngine();

interface Tally {
  readonly scenario: string;
  readonly variant: string;
  readonly cause: string;
  readonly pumpType: string;
  readonly kind: Kind;
  readonly expected: string;
  readonly playedCount: number;
  metCount: number;
  readonly strays: number[];
}
const tallies: Tally[] = [];
/** First screens by scenario, pump and seed: nothing on them may tell what will come. */
const firstScreens = new Map<string, string>();
const tellingSeeds = new Set<string>();

for (const id of ids) {
  const content = readContent(id);
  for (const { variant, cause, pumpType } of possibleCases(content.scenario)) {
    for (const kind of kinds) {
      const expected = content.scenario.expected[kind];
      const base = { scenario: id, variant, cause, pumpType, kind, expected };
      const tally: Tally = { ...base, playedCount: seedCount, metCount: 0, strays: [] };
      for (let seed = 1; seed <= seedCount; seed += 1) {
        const choices = { variant, pumpType, seed, ...(cause === "" ? {} : { cause }) };
        const { report, firstScreen } = playCase(
          {
            content,
            choices,
            create: engine.createCase,
            ...(kind === "slow" ? { paceFactor: SLOW_PACE } : {}),
          },
          (me) => startKind(id, kind, me),
        );
        const screen = JSON.stringify(firstScreen);
        const place = `${id} ${pumpType} seed ${seed}`;
        if ((firstScreens.get(place) ?? screen) !== screen) tellingSeeds.add(place);
        firstScreens.set(place, screen);
        if (report.outcome === "met") tally.metCount += 1;
        if (expected !== "either" && report.outcome !== expected) tally.strays.push(seed);
      }
      tallies.push(tally);
      const met = `${tally.metCount}/${seedCount} met, expected ${expected}`;
      const strays = tally.strays.length === 0 ? "" : `; seeds ${tally.strays.join(", ")}`;
      process.stdout.write(`${id} ${variant} ${cause} ${pumpType} ${kind}: ${met}${strays}\n`);
    }
  }
}

const strayCount = tallies.reduce((sum, { strays }) => sum + strays.length, 0);
process.stdout.write(
  `${tallies.length * seedCount} cases, ${strayCount} ended otherwise than declared.\n`,
);
process.stdout.write(
  `${firstScreens.size} first screens compared, ${tellingSeeds.size} tell what will come.\n`,
);
for (const place of tellingSeeds) process.stdout.write(`  ${place}\n`);
if (values.write) {
  const command = `npm run qualify -- --seeds ${seedCount} --kinds ${kinds.join(",")} --write`;
  const text = JSON.stringify(
    { engineHash, command, seedCount, strayCount, tellingSeeds: [...tellingSeeds], tallies },
    null,
    1,
  );
  fs.writeFileSync(FILE, `${text}\n`);
}
process.exitCode = strayCount + tellingSeeds.size === 0 ? 0 : 1;
