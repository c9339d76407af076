/** What a case tells the outside during a tick: facts of the world and of the scenario. */
import type { ScenarioFact } from "../scenario/contract/scenario.ts";
import type { Fact } from "../world/contract/facts.ts";

export type CaseFact = Fact | ScenarioFact;
