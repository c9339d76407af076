/**
 * What proves a mark, in the words of the record. The engine's report stands by itself and names acts by their
 * ids ("Pump set flow: arterial, 2."); where the facts of the case are at hand, nobody need read that.
 */
import { describeAction } from "../description/actions.ts";
import { describeFact } from "../description/facts.ts";
import { MESSAGE_TEXTS } from "../description/messages.ts";
import { factSentence } from "../scenario/contract/factSentence.ts";
import type { Evidence } from "../scoring/report.ts";
import type { CaseFact } from "../session/contract/protocol.ts";
import type { Fact } from "../world/contract/facts.ts";

/** The sentence for somebody who reads it; the report's own when no fact is known behind it. */
export type ProofWords = (proof: Evidence) => string;

const keyOf = ({ tick, sentence }: Evidence): string => `${tick} ${sentence}`;

/** What the world told; what the scenario tells proves nothing. */
const isOfWorld = (fact: CaseFact): fact is Fact =>
  !["stage", "spoke", "onset", "ended"].includes(fact.type);

function wordsOf(fact: Fact): string | undefined {
  switch (fact.type) {
    case "said":
      return `To the ${fact.to}: “${MESSAGE_TEXTS[fact.message].says}”`;
    case "accepted":
      return `${describeAction(fact.action)}.`;
    case "refused":
      return `In vain: ${describeAction(fact.action)}. ${fact.sentence}`;
    case "alarmRaised":
    case "fetched":
      return `${describeFact(fact)?.text}.`;
    default:
      return undefined;
  }
}

export function proofWords(facts: readonly CaseFact[]): ProofWords {
  const words = new Map<string, string>();
  for (const fact of facts.filter(isOfWorld)) {
    const text = wordsOf(fact);
    if (text === undefined) continue;
    words.set(keyOf({ tick: fact.tick, sentence: factSentence(fact) }), text);
  }
  return (proof) => words.get(keyOf(proof)) ?? proof.sentence;
}
