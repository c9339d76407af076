/** onbypass words: the other names a scenario may use: who says what, looks and what they find, jobs, alarms. */

import { MESSAGE_TEXTS } from "../../description/messages.ts";
import { INSPECTABLE_NAMES } from "../../description/names.ts";
import { SPEAKERS } from "../../scenario/contract/drawn.ts";
import { directorActionSchema } from "../../world/contract/actions.ts";
import { ALARMS } from "../../world/contract/alarms.ts";
import type { Finding } from "../../world/contract/facts.ts";
import { TASKS, TEAM_MEMBERS } from "../../world/contract/ids.ts";
import type { Command, Output } from "../command.ts";
import { EXIT } from "../exitCodes.ts";
import { fieldsOf, listingText } from "../schemaFields.ts";

interface Listing {
  readonly title: string;
  /** A name, and what it means where the name does not say it. */
  readonly words: readonly (readonly [name: string, means: string])[];
}

const FINDINGS: Readonly<Record<Finding, string>> = {
  asItShouldBe: "nothing wrong was seen",
  abnormal: "something wrong was seen",
  notVisible: "it could not be seen",
};

const LISTINGS: readonly Listing[] = [
  {
    title:
      "Sentences of the trainee, for `said` and for replies, and whom the team panel offers them to",
    words: Object.entries(MESSAGE_TEXTS).map(([id, { says, to }]) => [
      id,
      `${says} (${to.join(", ")})`,
    ]),
  },
  { title: "Who can be spoken to", words: TEAM_MEMBERS.map((id) => [id, ""]) },
  { title: "Who can speak", words: SPEAKERS.map((id) => [id, ""]) },
  {
    title: "What can be looked at, for `saw` and the act `inspect`",
    words: Object.entries(INSPECTABLE_NAMES),
  },
  { title: "What a look finds, for `finding`", words: Object.entries(FINDINGS) },
  { title: "Jobs for the hands, for `taskDone`", words: TASKS.map((id) => [id, ""]) },
  { title: "Alarms, for `alarmRaised`", words: ALARMS.map(({ id, text }) => [id, text]) },
];

function listWords(asked: string, out: Output["out"]): void {
  for (const { title, words } of LISTINGS) {
    const shown = words.filter(([name, means]) => `${name} ${means}`.toLowerCase().includes(asked));
    if (shown.length === 0) continue;
    const width = Math.max(...shown.map(([name]) => name.length));
    const lines = shown.map(([name, means]) => `  ${name.padEnd(width)}  ${means}`.trimEnd());
    out(`${title}\n${lines.join("\n")}\n\n`);
  }
}

function listTeamActs(asked: string, out: Output["out"]): void {
  const acts = directorActionSchema.options
    .map((schema) => {
      const type: string = schema.shape.type.value;
      return listingText(type, schema.description ?? "", fieldsOf(schema, "type"));
    })
    .filter((text) => text.toLowerCase().includes(asked));
  if (acts.length > 0)
    out(`What the team can do, for \`acts\` of replies and reactions\n${acts.join("")}`);
}

export const wordsCommand: Command = {
  name: "words",
  summary: "list sentences, looks, jobs, alarms and acts of the team",
  help: `onbypass words [word]

Lists the names a scenario may use that are no signals, acts, faults or drugs: sentences of the trainee and whom they
are for, what can be looked at and what is found, jobs, alarms, and what the team can do.`,
  options: {},
  async run({ positionals }, { out }) {
    const asked = (positionals[0] ?? "").toLowerCase();
    listWords(asked, out);
    listTeamActs(asked, out);
    return EXIT.ok;
  },
};
