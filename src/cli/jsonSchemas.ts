/**
 * The data files' schemas for editors (JSON Schema draft 7, which YAML plug-ins understand), made
 * from the zod schemas that read the files. Written to scenarios/schema by scripts/build-docs.mjs.
 */
import { z } from "zod";
import { theatreListSchema } from "../case/theatreList.schema.ts";
import { ruleSetSchema } from "../records/rule.schema.ts";
import { compositionSchema } from "../scenario/composition.schema.ts";
import { limitProfileSchema } from "../scenario/limitProfile.ts";
import { scenarioSchema } from "../scenario/scenario.schema.ts";
import { rubricSchema } from "../scoring/rubric.schema.ts";
import { drugSchema } from "../world/contract/drug.schema.ts";
import { circuitSchema, machineSchema, patientSchema } from "../world/contract/setup.ts";

const SCHEMAS = {
  scenario: scenarioSchema,
  rubric: rubricSchema,
  patient: patientSchema,
  circuit: circuitSchema,
  machine: machineSchema,
  drug: drugSchema,
  limits: limitProfileSchema,
  composition: compositionSchema,
  list: theatreListSchema,
  ruleSet: ruleSetSchema,
} as const;

/** File name and text of every schema. */
export function jsonSchemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const json = z.toJSONSchema(schema, { io: "input", target: "draft-7" });
      const titled = { $comment: "Made by scripts/build-docs.mjs; do not edit.", ...json };
      return [`${name}.schema.json`, `${JSON.stringify(titled, null, 1)}\n`];
    }),
  );
}
