/** Finds a published limit by what a row is about: the most words win, then the first. */
import type { Fact } from "../../physiology/circuit/fact.ts";
import { type Answer, includesAll } from "./experiment.ts";

/** The thing with the most words of those whose words are all there. */
export function mostSpecific<T>(
  things: readonly T[],
  words: readonly string[],
  wordsOfThing: (thing: T) => readonly string[],
): T | undefined {
  const matching = things.filter((thing) => includesAll(words, wordsOfThing(thing)));
  return matching.reduce<T | undefined>(
    (best, thing) =>
      best === undefined || wordsOfThing(thing).length > wordsOfThing(best).length ? thing : best,
    undefined,
  );
}

/** A fact as an answer; undefined when none is about this. */
export function lookUp(
  facts: readonly Fact[],
  contextWords: readonly string[],
  quantityWords: readonly string[],
): Answer | undefined {
  const matching = facts.filter(
    ({ about, quantity }) =>
      includesAll(quantityWords, quantity) && includesAll(contextWords, about),
  );
  const wordCount = ({ about, quantity }: Fact): number => about.length + quantity.length;
  const [found] = matching.toSorted((a, b) => wordCount(b) - wordCount(a));
  if (found === undefined) return undefined;
  return { value: found.value, unit: found.unit, by: found.source, isCatalogue: true };
}
