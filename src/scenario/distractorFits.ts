/** Whether a distractor can come in a case: where it is drawn and where it is checked it is the same question. */
import type { PumpType } from "../world/contract/ids.ts";
import type { Scenario } from "./scenario.schema.ts";

export function distractorFits(
  { pumpTypes, variants }: Scenario["distractors"][number],
  variant: string,
  pumpType: PumpType,
): boolean {
  return (pumpTypes?.includes(pumpType) ?? true) && (variants?.includes(variant) ?? true);
}
