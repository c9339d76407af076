/** onbypass actions: everything a trainee can do, with the fields of each act. */
import { ACTION_SCHEMAS } from "../../world/contract/actions.ts";
import type { Command } from "../command.ts";
import { EXIT } from "../exitCodes.ts";
import { fieldsOf, listingText } from "../schemaFields.ts";

export const actionsCommand: Command = {
  name: "actions",
  summary: "list everything a trainee can do",
  help: `onbypass actions [word] [--json]

Lists the acts that recordings and action files hold, with their fields and limits.
A word keeps only the acts whose name or sentence contains it.`,
  options: { json: { type: "boolean" } },
  async run({ values, positionals }, { out }) {
    const word = (positionals[0] ?? "").toLowerCase();
    const shown = ACTION_SCHEMAS.map((schema) => ({
      type: schema.shape.type.value as string,
      sentence: schema.description ?? "",
      fields: fieldsOf(schema, "type"),
    })).filter(({ type, sentence }) => `${type} ${sentence}`.toLowerCase().includes(word));
    if (values["json"] === true) out(`${JSON.stringify(shown, null, 2)}\n`);
    else for (const { type, sentence, fields } of shown) out(listingText(type, sentence, fields));
    return EXIT.ok;
  },
};
