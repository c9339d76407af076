/** The known areas: their experiments, their published limits, and the share of rows they must pass. */

import {
  ACID_BASE_FACTS,
  BRAIN_FACTS,
  CIRCULATION_FACTS,
  DOSE_FACTS,
  METABOLISM_FACTS,
  TEMPERATURE_FACTS,
} from "../../physiology/body/bodyFacts.ts";
import { CANNULA_FACTS, DEVICE_FACTS } from "../../physiology/circuit/deviceFacts.ts";
import type { Fact } from "../../physiology/circuit/fact.ts";
import { FAULT_FACTS } from "../../physiology/circuit/faultFacts.ts";
import { CLOTTING_FACTS } from "../../physiology/clotting/clottingFacts.ts";
import { ACID_BASE } from "./areas/acidBase.ts";
import { BODY_TEMPERATURE } from "./areas/bodyTemperature.ts";
import { CANNULA } from "./areas/cannula.ts";
import { CARBON_DIOXIDE } from "./areas/carbonDioxide.ts";
import { CEREBRAL } from "./areas/cerebral.ts";
import { EMBOLI, FAULT, TEMPERATURE } from "./areas/circuit.ts";
import { CLOTTING } from "./areas/clotting.ts";
import { DRUGS } from "./areas/drugs.ts";
import { ELECTROLYTES } from "./areas/electrolytes.ts";
import { HEMODILUTION } from "./areas/hemodilution.ts";
import { HEMODYNAMICS } from "./areas/hemodynamics.ts";
import { METABOLISM } from "./areas/metabolism.ts";
import { OXYGEN } from "./areas/oxygen.ts";
import { OXYGENATOR } from "./areas/oxygenator.ts";
import { PUMP } from "./areas/pump.ts";
import { RESTING } from "./areas/resting.ts";
import { SIMULATOR_FACTS } from "./areas/simulators.ts";
import { TEMPERATURE_CORRECTION } from "./areas/temperatureCorrection.ts";
import type { Experiment } from "./experiment.ts";

export interface Area {
  readonly experiments: readonly Experiment[];
  readonly facts: readonly Fact[];
  /** Share of published and derived point and range rows that must pass; null where none is asked. */
  readonly aimFraction: number | null;
}

const FUNCTIONS = 0.95;
const WHOLE_BODY = 0.85;

const area = (
  aimFraction: number | null,
  experiments: readonly Experiment[],
  facts: readonly Fact[] = [],
): Area => ({ aimFraction, experiments, facts });

export const AREAS: Readonly<Record<string, Area>> = {
  odc: area(FUNCTIONS, OXYGEN),
  co2: area(FUNCTIONS, CARBON_DIOXIDE),
  acidbase: area(FUNCTIONS, ACID_BASE, ACID_BASE_FACTS),
  tempcorr: area(FUNCTIONS, TEMPERATURE_CORRECTION),
  hemodilution: area(FUNCTIONS, HEMODILUTION),
  cannula: area(FUNCTIONS, CANNULA, CANNULA_FACTS),
  pump: area(FUNCTIONS, PUMP),
  oxygenator: area(FUNCTIONS, OXYGENATOR, DEVICE_FACTS),
  hemodynamics: area(WHOLE_BODY, [...HEMODYNAMICS, ...RESTING], CIRCULATION_FACTS),
  metabolism: area(WHOLE_BODY, METABOLISM, METABOLISM_FACTS),
  cerebral: area(WHOLE_BODY, CEREBRAL, BRAIN_FACTS),
  temperature: area(WHOLE_BODY, [...TEMPERATURE, ...BODY_TEMPERATURE], TEMPERATURE_FACTS),
  coagulation: area(WHOLE_BODY, CLOTTING, CLOTTING_FACTS),
  drugs: area(WHOLE_BODY, DRUGS, DOSE_FACTS),
  electrolytes: area(WHOLE_BODY, ELECTROLYTES),
  emboli: area(WHOLE_BODY, EMBOLI, DEVICE_FACTS),
  fault: area(null, FAULT, FAULT_FACTS),
  anchor: area(null, [], SIMULATOR_FACTS),
};

export const AREA_NAMES: readonly string[] = Object.keys(AREAS);
