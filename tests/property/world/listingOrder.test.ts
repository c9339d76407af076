/** An author may list what a file holds in any order: the world is the same to the last bit. */
import { expect, test } from "vitest";
import type { CaseContent } from "../../../src/case/caseSetup.ts";
import { checkContent, type Library } from "../../../src/case/checkContent.ts";
import { readScenarioFolder } from "../../../src/cli/readLibrary.ts";
import { STREAM_WORDS, seedStream, shuffle } from "../../../src/kernel/random.ts";
import { type DataSource, unplacedSource } from "../../../src/scenario/contract/source.ts";
import type { WorldAction } from "../../../src/world/contract/world.ts";
import { createWorld } from "../../../src/world/createWorld.ts";
import { SCENARIOS_FOLDER } from "../../support/playCase.ts";

const TICKS = 20 * 50;
const folder = readScenarioFolder(SCENARIOS_FOLDER);
const scenario = folder.scenarios.get("a1-pump-failure") as DataSource;
const KINDS = ["patients", "circuits", "machines", "drugs"] as const;

/** Puts a list in another order, in place. */
type Rearrange = (entries: unknown[]) => void;

function inOrder<T>(entries: readonly T[], rearrange: Rearrange): T[] {
  const copy = [...entries];
  rearrange(copy);
  return copy;
}

/** The same data with the keys of every object and the entries of every list in another order. */
function rearranged(data: unknown, rearrange: Rearrange): unknown {
  if (typeof data !== "object" || data === null) return data;
  if (Array.isArray(data))
    return inOrder(data, rearrange).map((entry) => rearranged(entry, rearrange));
  const keys = inOrder(Object.entries(data), rearrange);
  return Object.fromEntries(keys.map(([key, value]) => [key, rearranged(value, rearrange)]));
}

/** Lists are longer here than in the default adult's files, so that there is something to rearrange. */
function lengthened(kind: (typeof KINDS)[number], data: unknown): unknown {
  const { effects = [] } = data as { readonly effects?: readonly unknown[] };
  const more = [0.3, 0.1, 0.7].map((changeFraction) => {
    return {
      on: "arteriolarTone",
      changeFraction,
      halfAtPerL: 50 * changeFraction,
      hillExponent: 1,
    };
  });
  const overdue = ["monitor", "console", "blender", "heaterCooler"];
  const lists = {
    patients: {
      conditions: ["hypertension", "diabetes", "obesity", "renalFailure"],
      refuses: ["redCells", "plasma", "platelets"],
    },
    machines: { upkeep: { serviceOverdue: overdue, safetyTagOverdue: overdue } },
    circuits: {},
    drugs: { effects: [...effects, ...more] },
  };
  return { ...(data as object), ...lists[kind] };
}

/** The default adult's case as its files give it, its files and all that is in them rearranged. */
function readContent(rearrange: Rearrange): CaseContent {
  const library: Library = {
    ...folder,
    ...Object.fromEntries(
      KINDS.map((kind) => {
        const files = inOrder([...folder[kind]], rearrange).map(([id, { data }]) => {
          return [id, unplacedSource(id, rearranged(lengthened(kind, data), rearrange))] as const;
        });
        return [kind, new Map(files)];
      }),
    ),
  };
  const content = checkContent(scenario, library);
  if (!content.ok) throw new Error(JSON.stringify(content.problems, null, 2));
  return content.value;
}

const ACTS: Readonly<Record<number, WorldAction>> = {
  50: { type: "gas.setFio2", fio2Fraction: 0.9 },
  100: { type: "drug.infuse", drug: "adrenaline", amount: 0.1, unit: "ug/kg/min" },
  150: { type: "drug.give", drug: "milrinone", amount: 25, unit: "ug/kg", route: "centralLine" },
  200: { type: "pump.setFlow", head: "arterial", flowLpm: 3.9 },
  300: { type: "fault.inject", fault: { fault: "line.airLeak", airMlPerMin: 300 } },
  400: { type: "line.unclamp", site: "recirculation" },
  500: { type: "surgeon.open", site: "aortic" },
  600: { type: "water.setPoint", temperatureC: 30 },
};

/** Hash and acceptances of twenty seconds with acts. */
function play({ patient, circuit, machines, drugs }: CaseContent) {
  const world = createWorld({ patient, circuit, machine: machines.roller, drugs, seed: 7 });
  for (let tick = 0; tick < TICKS; tick += 1) {
    const act = ACTS[tick];
    if (act !== undefined) world.apply(act);
    world.step();
  }
  return { hash: world.hashHex(), facts: world.drainFacts() };
}

test("twenty seconds with acts end in the same bits however the files list things", () => {
  const asWritten = play(readContent(() => {}));
  expect(asWritten.facts.filter((fact) => fact.type === "refused")).toEqual([]);
  for (const seed of [1, 2]) {
    const random = new Uint32Array(STREAM_WORDS);
    seedStream(random, 0, seed, "listing");
    expect(play(readContent((entries) => shuffle(random, 0, entries))), `order ${seed}`).toEqual(
      asWritten,
    );
  }
});
