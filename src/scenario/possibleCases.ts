/** Every way a case of a scenario can be drawn: variant, cause and pump type. */
import type { PumpType } from "../world/contract/ids.ts";
import type { Scenario } from "./scenario.schema.ts";

export interface PossibleCase {
  readonly variant: string;
  readonly cause: string;
  readonly pumpType: PumpType;
}

export function possibleCases(scenario: Scenario): readonly PossibleCase[] {
  return scenario.variants.flatMap((variant) => {
    const pumpTypes = scenario.draws.pumpTypes.filter((type) => variant.pumpTypes.includes(type));
    return pumpTypes.flatMap((pumpType) => {
      if (variant.causes === undefined) return [{ variant: variant.id, cause: "", pumpType }];
      return variant.causes
        .filter((cause) => cause.pumpTypes?.includes(pumpType) ?? true)
        .map((cause) => ({ variant: variant.id, cause: cause.id, pumpType }));
    });
  });
}
