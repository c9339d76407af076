/** Two ratings of one session side by side, and how far they agree, with the number of items. */

import type { Compared } from "../../server/signing/secondRating.ts";
import type { ItemPair } from "../../session/agreement.ts";
import { LinesAgreement, percent } from "./LinesAgreement.tsx";
import { CATEGORY_NAMES, MANNER, OUTCOMES } from "./ratingWords.ts";

const WHOLE = {
  outcome: "Outcome",
  globalScore: "The whole, 1 to 5",
  entrustmentScore: "Next time, 1 to 5",
} as const;

const isWhole = (item: ItemPair["item"]): item is keyof typeof WHOLE => item in WHOLE;

const nameOf = ({ item, index }: ItemPair): string =>
  isWhole(item) ? WHOLE[item] : `${CATEGORY_NAMES[item]}: ${MANNER[item][index]}`;

function answerText(answer: ItemPair["first"]): string {
  if (answer === null) return "not rated";
  return typeof answer === "number" ? String(answer) : (OUTCOMES[answer] ?? answer);
}

export function AgreementTable({ compared }: { readonly compared: Compared }) {
  const { firstName, secondName, isOutcomeKnown, agreement, lineAgreement } = compared;
  const { items, bothCount, sameCount, kappaRatio, kappaItemCount } = agreement;
  return (
    <section class="panel" aria-labelledby="agreement-title">
      <h2 id="agreement-title">How far both agree</h2>
      <p>
        The same answer to {sameCount} of {bothCount} items that both rated
        {bothCount > 0 && ` (${percent(sameCount / bothCount)})`}.{" "}
        {kappaRatio === null
          ? `Kappa cannot be had from ${kappaItemCount} elements of manner.`
          : `Cohen's kappa, weighted by distance, is ${kappaRatio.toFixed(2)} over ${kappaItemCount} elements of manner.`}{" "}
        One case says little of two assessors.
      </p>
      <p class="soft">
        {isOutcomeKnown
          ? "The second rating was given after the result had been signed: its outcome may have been known."
          : "The second rating was given before the result was signed."}
      </p>
      <table class="truth">
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">First: {firstName}</th>
            <th scope="col">Second: {secondName}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((pair) => (
            <tr key={`${pair.item} ${pair.index}`}>
              <th scope="row">{nameOf(pair)}</th>
              <td>{answerText(pair.first)}</td>
              <td>{answerText(pair.second)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lineAgreement.lines.length > 0 && <LinesAgreement compared={compared} />}
    </section>
  );
}
