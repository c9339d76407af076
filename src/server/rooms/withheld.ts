/**
 * What an assessed run keeps from its devices: which failure comes and when, and what gets in the way
 * before. Drawn here from a seed of its own; each part is handed out at its tick and not before.
 */
import { createHash, randomBytes, randomInt } from "node:crypto";
import { canonicalJson } from "../../kernel/canonicalJson.ts";
import { type Result, success } from "../../kernel/result.ts";
import type { Drawn } from "../../scenario/contract/drawn.ts";
import { drawCase } from "../../scenario/drawCase.ts";
import type { Scenario } from "../../scenario/scenario.schema.ts";
import type { CommandAction } from "../../session/contract/live.ts";

export interface Withheld {
  /** Keeps the commitment from being found by trying every variant. */
  readonly nonce: string;
  readonly drawn: Drawn;
}

const SEED_END = 4_294_967_296;
const NONCE_BYTES = 32;

/** Draws what is to be kept back; the variant may have been chosen by the supervisor. */
export function drawWithheld(scenario: Scenario, variant: string): Result<Withheld> {
  const drawn = drawCase(scenario, { seed: randomInt(SEED_END - 1), variant });
  if (!drawn.ok) return drawn;
  return success({ nonce: randomBytes(NONCE_BYTES).toString("hex"), drawn: drawn.value });
}

/** Binds the server to what it drew, before the start. */
export const commitmentHex = (withheld: Withheld): string =>
  createHash("sha256").update(canonicalJson(withheld)).digest("hex");

export interface Release {
  readonly id: string;
  readonly tick: number;
  readonly action: CommandAction;
}

/** What is handed out, in order. */
export function releasesOf({ drawn }: Withheld): readonly Release[] {
  const { variant, cause, faults, onsetTick, distractors } = drawn;
  const reveal = { variant, cause, faults: [...faults] };
  const acts: { readonly tick: number; readonly action: CommandAction }[] = [
    { tick: onsetTick, action: { type: "scenario.reveal", revealed: reveal } },
    ...distractors.flatMap(({ atTick, faults: extra, speech }) => [
      ...extra.map((fault) => ({
        tick: atTick,
        action: { type: "fault.inject", fault } as CommandAction,
      })),
      ...(speech === null
        ? []
        : [{ tick: atTick, action: { type: "scenario.speak", ...speech } as CommandAction }]),
    ]),
  ];
  return acts
    .map((act, index) => ({ ...act, id: `release-${String(index).padStart(2, "0")}` }))
    .sort((one, other) => one.tick - other.tick);
}
