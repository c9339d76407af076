/** The fields of an action or a fault as a person reads them, out of its schema. */
import { z } from "zod";

interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly description?: string;
}

export interface Field {
  readonly name: string;
  readonly takes: string;
  readonly what: string;
}

function takes(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.join(" | ");
  if (schema.anyOf !== undefined) return schema.anyOf.map(takes).join(" or ");
  if (schema.minimum !== undefined) return `${schema.minimum} to ${schema.maximum}`;
  if (schema.maxLength !== undefined)
    return `text of ${schema.minLength} to ${schema.maxLength} letters`;
  return schema.type === "boolean" ? "true | false" : (schema.type ?? "anything");
}

/** Every field but the one that names the schema. */
export function fieldsOf(schema: z.ZodObject, nameField: string): readonly Field[] {
  return Object.entries(schema.shape)
    .filter(([name]) => name !== nameField)
    .map(([name, field]) => {
      const json = z.toJSONSchema(field as z.ZodType, { io: "input" }) as JsonSchema;
      return { name, takes: takes(json), what: json.description ?? "" };
    });
}

/** One entry of a listing: name, sentence, fields. */
export function listingText(name: string, sentence: string, fields: readonly Field[]): string {
  const lines = fields.map(
    (field) => `    ${field.name}: ${field.takes}${field.what === "" ? "" : `  (${field.what})`}\n`,
  );
  return `${name}\n    ${sentence}\n${lines.join("")}`;
}
