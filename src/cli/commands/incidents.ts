/** onbypass incidents: published console incidents as presets, each run and checked. */
import path from "node:path";
import type { Command } from "../command.ts";
import { EXIT } from "../exitCodes.ts";
import { readIncidents } from "../incidents/readIncidents.ts";
import { runIncident } from "../incidents/runIncident.ts";

const FOLDER = path.resolve(import.meta.dirname, "../../../scenarios");

export const incidentsCommand: Command = {
  name: "incidents",
  summary: "run the published console incidents and check what shows",
  help: `onbypass incidents [word]

Runs each preset of scenarios/incidents on the world and says whether it shows what its file
promises. Exit code 1 when one does not.`,
  options: {},
  async run({ positionals }, { out }) {
    const word = (positionals[0] ?? "").toLowerCase();
    let wrong = 0;
    for (const { incident, setup } of readIncidents(FOLDER)) {
      if (!`${incident.id} ${incident.title}`.toLowerCase().includes(word)) continue;
      const problems = runIncident(incident, setup);
      wrong += problems.length;
      out(`${problems.length === 0 ? "ok    " : "WRONG "} ${incident.id}: ${incident.title}\n`);
      out(`       ${incident.source}\n`);
      for (const problem of problems) out(`       ${problem}\n`);
    }
    return wrong === 0 ? EXIT.ok : EXIT.differs;
  },
};
