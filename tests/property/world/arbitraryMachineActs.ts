/** Random hands and faults at gas, water, matrix, drives, monitors, plugs and check sheet, from the schemas. */
import fc from "fast-check";
import { z } from "zod";
import type { MachineAction } from "../../../src/world/contract/machineActions.ts";
import { MACHINE_ACTION_SCHEMAS } from "../../../src/world/contract/machineActions.ts";
import {
  MACHINE_FAULT_SCHEMAS,
  type MachineFault,
} from "../../../src/world/contract/machineFaults.ts";

interface JsonNode {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, JsonNode>>;
}

/** Values of one field of a schema; a kind of field nobody foresaw throws. */
function valuesOf(node: JsonNode): fc.Arbitrary<unknown> {
  if (node.const !== undefined) return fc.constant(node.const);
  if (node.enum !== undefined) return fc.constantFrom(...node.enum);
  if (node.type === "boolean") return fc.boolean();
  if (node.type === "number") {
    return fc
      .double({ min: node.minimum ?? 0, max: node.maximum ?? 1, noNaN: true })
      .map((value) => (value === 0 ? 0 : value));
  }
  if (node.properties !== undefined) {
    const fields = Object.entries(node.properties).map(([name, field]) => [name, valuesOf(field)]);
    return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>);
  }
  throw new Error(`No values for ${JSON.stringify(node)}.`);
}

const fromSchema = (schema: z.ZodType): fc.Arbitrary<unknown> =>
  valuesOf(z.toJSONSchema(schema, { io: "input" }) as JsonNode);

export const machineAct = fc.oneof(
  ...MACHINE_ACTION_SCHEMAS.map(fromSchema),
) as fc.Arbitrary<MachineAction>;
export const machineFault = fc.oneof(
  ...MACHINE_FAULT_SCHEMAS.map(fromSchema),
) as fc.Arbitrary<MachineFault>;
