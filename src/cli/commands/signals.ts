/** onbypass signals: every reading of the world, with unit, range and who may see it. */
import { AUDIENCES, SIGNALS, type SignalDefinition } from "../../world/contract/signals.ts";
import type { Command } from "../command.ts";
import { EXIT } from "../exitCodes.ts";
import { choiceOption, textOption } from "../optionValues.ts";

const rangeOf = (signal: SignalDefinition): string => {
  if (signal.kind === "boolean") return "yes or no";
  return signal.kind === "enum" ? signal.values.join(" | ") : `${signal.min} to ${signal.max}`;
};

export const signalsCommand: Command = {
  name: "signals",
  summary: "list every reading of the world",
  help: `onbypass signals [word] [--for trainee|supervisor|engine|all] [--json]

Lists the readings a scenario, a mark or a table can name: id, range, who may see it, what it is.
A word keeps only the ids and sentences that contain it.`,
  options: { for: { type: "string" }, json: { type: "boolean" } },
  async run(given, { out }) {
    const audience = choiceOption(given, "for", [...AUDIENCES, "all"] as const, "all");
    const word = (given.positionals[0] ?? "").toLowerCase();
    const shown = SIGNALS.filter(
      (signal) =>
        (audience === "all" || signal.audience === audience) &&
        `${signal.id} ${signal.sentence}`.toLowerCase().includes(word),
    );
    if (given.values["json"] === true) out(`${JSON.stringify(shown, null, 2)}\n`);
    else {
      for (const signal of shown) {
        out(`${signal.id}\n    ${signal.sentence} ${rangeOf(signal)}. For: ${signal.audience}.\n`);
      }
    }
    return shown.length > 0 || textOption(given, "for") === undefined ? EXIT.ok : EXIT.differs;
  },
};
