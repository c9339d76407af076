/** What an alarm of the table is made of. */

export const ALARM_PRIORITIES = ["high", "medium", "low"] as const;
export type AlarmPriority = (typeof ALARM_PRIORITIES)[number];

/** Which melody speaks (standards.md 1.4). */
export const ALARM_CATEGORIES = [
  "general",
  "cardiovascular",
  "perfusion",
  "ventilation",
  "oxygen",
  "temperature",
  "drug",
  "power",
] as const;
export type AlarmCategory = (typeof ALARM_CATEGORIES)[number];

export interface AlarmDefinition {
  readonly id: string;
  readonly priority: AlarmPriority;
  readonly category: AlarmCategory;
  /** What the bar says first. */
  readonly title: string;
  /** What it usually means and what follows, one sentence. */
  readonly text: string;
  /** How long the condition must hold before the alarm is raised, in seconds. */
  readonly delayS: number;
  /** Stays until acknowledged after the condition has gone. */
  readonly latching: boolean;
  /** The limit in words, for the table in docs. */
  readonly limit: string;
  /** What the machine itself does, in words. */
  readonly response: string;
  readonly source: string;
}

/** A value without another source. */
export const SET_BY_US = "set by us (PROVISIONAL)";

export const alarm = <const I extends string>(
  id: I,
  priority: AlarmPriority,
  category: AlarmCategory,
  rest: Omit<AlarmDefinition, "id" | "priority" | "category">,
): AlarmDefinition & { readonly id: I } => ({ id, priority, category, ...rest });
