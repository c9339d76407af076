/** What is expected of the scripted perfusionists in a scenario that is made of others: only two of them are played. */
import type { Scenario } from "./scenario.schema.ts";

export const EXPECTED_OF_MADE: Scenario["expected"] = {
  expert: "met",
  idle: "notMet",
  slow: "either",
  wrongTool: "either",
  panicking: "either",
  shotgun: "either",
};
