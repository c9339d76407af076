/** onbypass drugs: the formulary, with doses as the drawer offers them. */
import { type Drug, drugSchema } from "../../world/contract/drug.schema.ts";
import type { Command } from "../command.ts";
import { EXIT } from "../exitCodes.ts";
import { readScenarioFolder } from "../readLibrary.ts";
import { SCENARIO_FOLDER } from "../scenarioContent.ts";

type Dosing = Drug["bolus"] | Drug["infusion"];

const doseText = (word: string, dosing: Dosing): string =>
  dosing === undefined
    ? ""
    : `  ${word} ${dosing.usual.join(", ")} ${dosing.unit} (at most ${dosing.max})\n`;

const textOf = (drug: Drug): string =>
  [
    `${drug.id}  ${drug.title}, ${drug.group}`,
    drug.alsoCalled.length > 0 ? `; also ${drug.alsoCalled.join(", ")}` : "",
    "\n",
    doseText("dose", drug.bolus),
    doseText("rate", drug.infusion),
    drug.note === undefined ? "" : `  ${drug.note}\n`,
  ].join("");

export const drugsCommand: Command = {
  name: "drugs",
  summary: "list the drugs and their doses",
  help: `onbypass drugs [word] [--json]

Lists the drugs of scenarios/drugs: names, usual doses and rates, and the most that is taken.
With --json every number of the file with its source.`,
  options: { json: { type: "boolean" } },
  async run({ values, positionals }, { out }) {
    const word = (positionals[0] ?? "").toLowerCase();
    const shown = [...readScenarioFolder(SCENARIO_FOLDER).drugs.values()]
      .map(({ data }) => drugSchema.parse(data))
      .filter((drug) => textOf(drug).toLowerCase().includes(word));
    if (values["json"] === true) out(`${JSON.stringify(shown, null, 2)}\n`);
    else for (const drug of shown) out(textOf(drug));
    return EXIT.ok;
  },
};
