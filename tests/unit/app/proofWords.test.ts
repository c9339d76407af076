/** What proves a mark reads as the record does, wherever the facts of the case are at hand. */
import { expect, test } from "vitest";
import { proofWords } from "../../../src/app/proofWords.ts";
import { factSentence } from "../../../src/scenario/contract/factSentence.ts";
import type { CaseFact } from "../../../src/session/contract/protocol.ts";
import type { Fact } from "../../../src/world/contract/facts.ts";

const proofOf = (fact: Fact) => ({ tick: fact.tick, sentence: factSentence(fact) });
const FACTS: readonly Fact[] = [
  {
    type: "accepted",
    tick: 120,
    action: { type: "pump.setFlow", head: "arterial", flowLpm: 2 },
  },
  { type: "said", tick: 130, to: "surgeon", message: "fullFlow" },
  {
    type: "refused",
    tick: 140,
    action: { type: "line.clamp", site: "arterial" },
    code: "handsBusy",
    sentence: "Both hands are busy.",
  },
  { type: "alarmRaised", tick: 150, alarm: "arterialPumpStop" },
];

test.each([
  [0, "Set the arterial head to 2.00 L/min."],
  [1, "To the surgeon: “Full flow is back.”"],
  [2, "In vain: Clamped the arterial line. Both hands are busy."],
])("fact %i is told in words", (at, words) => {
  const fact = FACTS[at] as Fact;
  expect(proofWords(FACTS)(proofOf(fact))).toBe(words);
});

test("an alarm is told by its title, and not by its id", () => {
  expect(proofWords(FACTS)(proofOf(FACTS[3] as Fact))).toMatch(/^Alarm: [A-Z].*\.$/);
});

test("of what no fact is known the report's own sentence stands: a reading, or a case kept elsewhere", () => {
  const proof = { tick: 7, sentence: "Central venous pressure: below 0." };
  const told: readonly CaseFact[] = [{ type: "stage", tick: 7, stage: "noFlow" }];
  expect(proofWords(told)(proof)).toBe(proof.sentence);
});
