/** Why an act cannot be done now, in words for the person at the machine. A refusal changes nothing. */
import type { RefusalCode } from "../contract/facts.ts";

export interface Refusal {
  readonly code: RefusalCode;
  readonly sentence: string;
}

export const refuse = (code: RefusalCode, sentence: string): Refusal => ({ code, sentence });

/** An act that was done. */
export const DONE = null;
export type ActResult = Refusal | null;
