/** Turns a fault as a file writes it, with spans to draw from, into the fault the world takes. */
import { nextFraction, pick } from "../kernel/random.ts";
import type { Fault } from "../world/contract/faults.ts";
import { faultSchema } from "../world/contract/faults.ts";
import type { FaultTemplate } from "./scenario.schema.ts";

type Field = FaultTemplate[string];
type Scalar = string | number | boolean;

/** Every field set to one end of its span, for checking a template without drawing. */
export function extremesOf(template: FaultTemplate): readonly Record<string, unknown>[] {
  const low = mapFields(template, (field) => endOf(field, 0));
  const high = mapFields(template, (field) => endOf(field, 1));
  const choices = Object.entries(template).flatMap(([key, field]) =>
    typeof field === "object" && "oneOf" in field
      ? field.oneOf.map((choice) => ({ ...low, [key]: choice }))
      : [],
  );
  return [low, high, ...choices];
}

/** The fault with its fields drawn from the stream; the template has passed the checker. */
export function resolveFault(template: FaultTemplate, words: Uint32Array): Fault {
  const drawn = mapFields(template, (field) => {
    if (typeof field !== "object") return field;
    if ("oneOf" in field) return pick(words, 0, field.oneOf);
    const [low, high] = field.between;
    return low + (high - low) * nextFraction(words, 0);
  });
  return faultSchema.parse(drawn);
}

function endOf(field: Field, end: 0 | 1): Scalar {
  if (typeof field !== "object") return field;
  if ("oneOf" in field) return field.oneOf[0];
  return field.between[end];
}

function mapFields(
  template: FaultTemplate,
  valueOf: (field: Field) => Scalar,
): Record<string, unknown> {
  // Sorted, so that the order of keys in a file never changes what is drawn.
  const keys = Object.keys(template).sort();
  return Object.fromEntries(keys.map((key) => [key, valueOf(template[key])]));
}
