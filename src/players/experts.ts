/** The expert for each scenario: what somebody practised would do, seeing what a trainee sees. */
import { gasExpert } from "./gasInCircuit.ts";
import { oxygenatorExpert } from "./oxygenatorChange.ts";
import type { Player, Script } from "./player.ts";
import { pumpFailureExpert } from "./pumpFailure.ts";

export const EXPERTS: Readonly<Record<string, (me: Player) => Script>> = {
  "a1-pump-failure": pumpFailureExpert,
  "a2-gas-in-the-circuit": gasExpert,
  "a3-oxygenator-failure": oxygenatorExpert,
};
