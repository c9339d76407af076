/** The published console incidents of standards.md 2.6, each a preset that shows what it promises. */
import { describe, expect, test } from "vitest";
import { readIncidents } from "../../../src/cli/incidents/readIncidents.ts";
import { runIncident } from "../../../src/cli/incidents/runIncident.ts";
import { SCENARIOS_FOLDER } from "../../support/playCase.ts";

const INCIDENTS = readIncidents(SCENARIOS_FOLDER);

describe("incidents", () => {
  test("every one that concerns the console has a preset, with its source", () => {
    const sources = INCIDENTS.map(({ incident }) => incident.source).join("\n");
    for (const name of ["SCPS", "15713900", "HL 30", "Sarns 8000", "Z-0555-2024"])
      expect(sources).toContain(name);
  });
  test.each(INCIDENTS.map((each) => [each.incident.id, each] as const))(
    "%s shows what its file promises",
    (_id, { incident, setup }) => expect(runIncident(incident, setup)).toEqual([]),
  );
  test("a promise that is not kept is said", () => {
    const { incident, setup } = INCIDENTS[0] as (typeof INCIDENTS)[number];
    const wrong = { atS: 1, signal: "pump.arterial.status", is: "fault" };
    const nothing = { atS: 1, signal: "no.such.signal", min: 0 };
    expect(runIncident({ ...incident, acts: [], shows: [wrong, nothing] }, setup)).toEqual([
      "at 1 s pump.arterial.status is run, not fault",
      'there is no signal called "no.such.signal"',
    ]);
  });
});
