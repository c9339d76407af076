/**
 * Facts about the running scenario that scorer, session and screens share: its stages, its people's
 * sentences and how it ended. The file format of scenarios is scenario.schema.ts.
 */
import type { TeamMember } from "../../world/contract/ids.ts";

/** What the scenario tells the outside during a tick. */
export type ScenarioFact =
  | { readonly type: "stage"; readonly tick: number; readonly stage: string }
  | {
      readonly type: "spoke";
      readonly tick: number;
      readonly who: TeamMember | "phone" | "runner";
      readonly text: string;
      readonly tone: "answer" | "ask" | "distractor";
    }
  | { readonly type: "onset"; readonly tick: number; readonly variant: string }
  | {
      readonly type: "ended";
      readonly tick: number;
      readonly reason: "completed" | "timeUp" | "harm" | "stopped";
    };

/** What the guide of a module says while the case is in a stage. */
export interface GuidedStep {
  readonly stage: string;
  readonly title: string;
  readonly task: string;
  readonly where: string;
  readonly why: string;
}
