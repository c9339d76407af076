/** onbypass faults: everything that can break. */
import { FAULT_SCHEMAS } from "../../world/contract/faults.ts";
import type { Command } from "../command.ts";
import { EXIT } from "../exitCodes.ts";
import { fieldsOf, listingText } from "../schemaFields.ts";

export const faultsCommand: Command = {
  name: "faults",
  summary: "list everything that can break",
  help: `onbypass faults [word] [--json]

Lists the faults a scenario or a supervisor can inject, with their fields and limits.`,
  options: { json: { type: "boolean" } },
  async run({ values, positionals }, { out }) {
    const word = (positionals[0] ?? "").toLowerCase();
    const shown = FAULT_SCHEMAS.map((schema) => ({
      fault: schema.shape.fault.value as string,
      sentence: schema.description ?? "",
      fields: fieldsOf(schema, "fault"),
    })).filter(({ fault, sentence }) => `${fault} ${sentence}`.toLowerCase().includes(word));
    if (values["json"] === true) out(`${JSON.stringify(shown, null, 2)}\n`);
    else for (const { fault, sentence, fields } of shown) out(listingText(fault, sentence, fields));
    return EXIT.ok;
  },
};
