/**
 * What happened in the world during a tick that a number cannot tell: acts taken or refused, jobs
 * finished, things seen, sentences said, alarms raised. Facts feed the log, the scorer and the screen.
 */
import type { TableAction, TraineeAction } from "./actions.ts";
import type { AlarmId } from "./alarms.ts";
import type { Fault } from "./faults.ts";
import type { Fetcher, Inspectable, Message, StoreItem, Task, TeamMember } from "./ids.ts";
import type { SampleResult, SampleSite, SampleTest } from "./samples.ts";

export type Fact =
  | { readonly type: "accepted"; readonly tick: number; readonly action: TraineeAction }
  | {
      readonly type: "refused";
      readonly tick: number;
      readonly action: TraineeAction;
      readonly code: RefusalCode;
      readonly sentence: string;
    }
  | {
      readonly type: "taskDone";
      readonly tick: number;
      readonly task: Task;
      readonly sentence: string;
    }
  | {
      readonly type: "seen";
      readonly tick: number;
      readonly what: Inspectable;
      readonly finding: Finding;
      readonly sentence: string;
    }
  | {
      readonly type: "said";
      readonly tick: number;
      readonly to: TeamMember;
      readonly message: Message;
    }
  | { readonly type: "alarmRaised"; readonly tick: number; readonly alarm: AlarmId }
  | { readonly type: "alarmCleared"; readonly tick: number; readonly alarm: AlarmId }
  | { readonly type: "faultInjected"; readonly tick: number; readonly fault: Fault }
  | { readonly type: "faultCleared"; readonly tick: number; readonly faultId: Fault["fault"] }
  | { readonly type: "helperArrived"; readonly tick: number }
  | { readonly type: "helperLeft"; readonly tick: number }
  | {
      readonly type: "sampleResult";
      readonly tick: number;
      readonly test: SampleTest;
      readonly site: SampleSite;
      readonly drawnTick: number;
      readonly values: SampleResult;
    }
  | {
      readonly type: "atTheTable";
      readonly tick: number;
      readonly action: TableAction;
      readonly sentence: string;
    }
  | {
      readonly type: "fetched";
      readonly tick: number;
      readonly item: StoreItem;
      readonly by: Fetcher;
    }
  | { readonly type: "crankClick"; readonly tick: number };

/** What a look establishes: nothing wrong there, something wrong there, or it cannot be seen. */
export type Finding = "asItShouldBe" | "abnormal" | "notVisible";

export const REFUSAL_CODES = [
  "handsBusy",
  "attentionBusy",
  "headOff",
  "noPower",
  "coverOpen",
  "coverClosed",
  "headRunning",
  "headNotOff",
  "latchedFault",
  "tripped",
  "noCrank",
  "crankElsewhere",
  "crankNotFitted",
  "alreadySo",
  "underPressure",
  "notHere",
  "wrongPump",
  "noHelper",
  "noSpare",
  "outOfRange",
  "jammed",
  "wrongHead",
  "unknownDrug",
  "impossibleDose",
  "wrongRoute",
  "analyserBusy",
  "away",
  "notAtHand",
  "stillConnected",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];
