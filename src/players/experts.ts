/** The expert for each scenario: what somebody practised would do, seeing what a trainee sees. */
import { airLockExpert } from "./airLock.ts";
import { anticoagulationExpert } from "./anticoagulation.ts";
import { dissectionExpert } from "./dissection.ts";
import { falseAlarmExpert } from "./falseAlarm.ts";
import { gasExpert } from "./gasInCircuit.ts";
import { gasSupplyExpert } from "./gasSupply.ts";
import { interruptedGoingOn } from "./goingOn.ts";
import { heaterExpert } from "./heaterCooler.ts";
import { interruptedBypass } from "./interrupted.ts";
import { lowReturnExpert } from "./lowReturn.ts";
import { givingExpert, goingOnExpert, managingExpert, operatingExpert } from "./modules.ts";
import { oxygenatorExpert } from "./oxygenatorChange.ts";
import type { Player, Script } from "./player.ts";
import { powerExpert } from "./powerLoss.ts";
import { protamineExpert } from "./protamineReaction.ts";
import { pumpFailureExpert } from "./pumpFailure.ts";
import { ventExpert } from "./reversedVent.ts";
import { runawayExpert } from "./runaway.ts";
import { type ToldPatient, theatreListExpert } from "./theatreList.ts";
import { vasoplegiaExpert } from "./vasoplegia.ts";
import { interruptedWeaning, weaningExpert } from "./weaning.ts";

export const EXPERTS: Readonly<Record<string, (me: Player) => Script>> = {
  "a1-pump-failure": pumpFailureExpert,
  "a2-gas-in-the-circuit": gasExpert,
  "a3-oxygenator-failure": oxygenatorExpert,
  "b10-protamine": protamineExpert,
  "b11-vasoplegia": vasoplegiaExpert,
  "b13-heater-cooler": heaterExpert,
  "b14-runaway-pump": runawayExpert,
  "b16-reversed-vent": ventExpert,
  "b21-false-alarms": falseAlarmExpert,
  "b4-power-loss": powerExpert,
  "b5-gas-supply": gasSupplyExpert,
  "b6-air-lock": airLockExpert,
  "b7-low-venous-return": lowReturnExpert,
  "b8-dissection": dissectionExpert,
  "b9-anticoagulation": anticoagulationExpert,
  "m0-going-on-bypass": goingOnExpert,
  "m1-managing-bypass": managingExpert,
  "m2-giving-drugs": givingExpert,
  "m3-operating-the-machine": operatingExpert,
  "m4-coming-off-bypass": weaningExpert,
};

/** Who keeps the normal case of a composition and answers what comes between. */
const INTERRUPTED: Readonly<Record<string, typeof interruptedBypass>> = {
  "bypass-interrupted": interruptedBypass,
  "going-on-interrupted": interruptedGoingOn,
  "weaning-interrupted": interruptedWeaning,
};

/** Who keeps the normal case of a theatre list as its patient needs it. */
const WITH_PATIENT: Readonly<Record<string, typeof theatreListExpert>> = {
  "theatre-list": theatreListExpert,
};

/** "a1" in "a1-pump-failure" and in "a1HLevel", the variant of a composed case that holds it. */
const codeOf = (id: string): string => /^[a-z]\d+/.exec(id)?.[0] ?? "";

interface PlayedContent {
  readonly scenario: {
    readonly id: string;
    readonly variants: readonly { readonly id: string }[];
  };
  readonly patient: ToldPatient;
}

/**
 * The expert for a scenario, for a composed case by its only variant, or for a patient of a theatre list; undefined
 * when nobody has written one.
 */
export function expertFor({
  scenario,
  patient,
}: PlayedContent): ((me: Player) => Script) | undefined {
  const withPatient = WITH_PATIENT[scenario.id];
  if (withPatient !== undefined) return withPatient(patient);
  const composed = INTERRUPTED[scenario.id];
  if (composed === undefined) return EXPERTS[scenario.id];
  const code = codeOf(scenario.variants[0]?.id ?? "");
  const emergency = Object.keys(EXPERTS).find((id) => code !== "" && codeOf(id) === code);
  return composed(emergency === undefined ? undefined : EXPERTS[emergency]);
}
