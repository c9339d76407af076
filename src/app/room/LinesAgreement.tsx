/** The checklist as two people judged it, line by line, and how far they agree on it. */
import type { Compared } from "../../server/signing/secondRating.ts";
import type { LinePair } from "../../session/lineAgreement.ts";
import { stateWords } from "../../session/lineStates.ts";
import { LineState, RubricTable } from "./RubricTable.tsx";

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

export function LinesAgreement({ compared }: { readonly compared: Compared }) {
  const { firstName, secondName, lineAgreement } = compared;
  const { lines, bothCount, sameCount, kappaRatio } = lineAgreement;
  const overruledCount = lines.filter(({ counted, first }) => counted !== first).length;
  return (
    <section class="rubric-part" aria-labelledby="lines-title">
      <h2 id="lines-title">The checklist, line by line</h2>
      <p>
        The same word on {sameCount} of {bothCount} lines that both judged
        {bothCount > 0 && ` (${percent(sameCount / bothCount)})`}.{" "}
        {kappaRatio === null
          ? `Cohen's kappa cannot be had from ${bothCount} lines: it takes two, and more than one word.`
          : `Cohen's kappa is ${kappaRatio.toFixed(2)} over ${bothCount} lines.`}{" "}
        {firstName} overruled {overruledCount} of {lines.length} lines; the others are as the
        machine counted them.
      </p>
      <RubricTable
        labelledBy="lines-title"
        lines={lines}
        isMarked={({ first, second }) => second !== null && first !== second}
        columns={[
          { head: `First: ${firstName}`, cell: (line) => <FirstWord line={line} /> },
          { head: `Second: ${secondName}`, cell: (line) => <SecondWord line={line} /> },
        ]}
      />
    </section>
  );
}

function FirstWord({ line }: { readonly line: LinePair }) {
  const { counted, first, reason } = line;
  return (
    <>
      <LineState line={line} state={first} />
      {counted !== first && (
        <span class="soft small">
          Overruled, counted {stateWords(line, counted)}: {reason}
        </span>
      )}
    </>
  );
}

function SecondWord({ line }: { readonly line: LinePair }) {
  if (line.second === null) return <span class="quiet">not judged</span>;
  return <LineState line={line} state={line.second} />;
}
