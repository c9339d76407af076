/** What a signal is made of, and the three ways to define one. */

export const AUDIENCES = ["trainee", "supervisor", "engine"] as const;
/** `trainee` signals are for everybody; `supervisor` ones are the hidden truth; `engine` ones serve scoring. */
export type Audience = (typeof AUDIENCES)[number];

export interface SignalDefinition {
  readonly id: string;
  readonly kind: "number" | "boolean" | "enum";
  readonly min: number;
  readonly max: number;
  /** Names of the codes 0, 1, 2 … of an enum. */
  readonly values: readonly string[];
  readonly audience: Audience;
  readonly sentence: string;
}

export const number = (
  id: string,
  min: number,
  max: number,
  sentence: string,
  audience: Audience = "trainee",
): SignalDefinition => ({
  id,
  kind: "number",
  min,
  max,
  values: [],
  audience,
  sentence,
});
export const boolean = (
  id: string,
  sentence: string,
  audience: Audience = "trainee",
): SignalDefinition => ({
  id,
  kind: "boolean",
  min: 0,
  max: 1,
  values: [],
  audience,
  sentence,
});
export const oneOf = (
  id: string,
  values: readonly string[],
  sentence: string,
  audience: Audience = "trainee",
): SignalDefinition => ({
  id,
  kind: "enum",
  min: 0,
  max: values.length - 1,
  values,
  audience,
  sentence,
});
