/** The perfusion record that was kept, beside what truly happened: wrong, late, missing, and gaps. */
import { useMemo } from "preact/hooks";
import type { CaseBriefing, Review } from "../../session/contract/protocol.ts";
import {
  type RecordRow,
  reviewRecord,
  type WrittenValue,
} from "../../session/record/reviewRecord.ts";
import { tickText } from "../clockText.ts";
import { saveText } from "../storage/saveText.ts";
import { eventText, gapText, recordCsv, truthText, writtenText } from "./recordText.ts";

interface RecordKeptProps {
  readonly review: Review;
  readonly briefing: CaseBriefing;
}

const WORDS = { right: "right", wrong: "wrong", unknown: "no ground" } as const;

function Value({ value }: { readonly value: WrittenValue }) {
  const truth = truthText(value);
  const isRight = value.verdict === "right" && !value.isDisplayWrong;
  return (
    <li class={`record-value ${value.verdict}`}>
      <span>{writtenText(value)}</span>
      <span class="quiet">
        {isRight ? "right" : `${WORDS[value.verdict]}${truth === "" ? "" : `: ${truth}`}`}
      </span>
    </li>
  );
}

function Row({ row }: { readonly row: RecordRow }) {
  return (
    <tr>
      <th scope="row" class="mono">
        {tickText(row.tick)}
      </th>
      <td>
        {row.values.length > 0 && (
          <ul class="bare">
            {row.values.map((value) => (
              <Value key={value.quantity} value={value} />
            ))}
          </ul>
        )}
        {row.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </td>
    </tr>
  );
}

export function RecordKept({ review, briefing }: RecordKeptProps) {
  const kept = useMemo(
    () =>
      reviewRecord({
        facts: review.facts,
        trends: review.trends,
        endTick: review.endTick,
        surfaceM2: briefing.bodySurfaceM2,
      }),
    [review],
  );
  const { rows, events, gaps, valueCount, wrongCount } = kept;
  const withText = rows.filter((row) => row.values.length + row.notes.length > 0);
  const troubled = events.filter(({ verdict }) => verdict !== "inTime");
  const inTime = events.filter(({ verdict }) => verdict === "inTime");
  return (
    <section class="panel record-kept" aria-labelledby="record-title">
      <header>
        <h2 id="record-title">Perfusion record</h2>
        <button
          type="button"
          class="key plain"
          onClick={() =>
            saveText(recordCsv(kept), "text/csv", `record-${review.recordingId.slice(0, 8)}.csv`)
          }
        >
          Take the record away
        </button>
      </header>
      <p class="soft">
        {valueCount === 0
          ? "No reading was written down."
          : `${valueCount} readings written down, `}
        {valueCount > 0 && (wrongCount === 0 ? "none wrong." : `${wrongCount} wrong.`)}{" "}
        {troubled.length === 0 && events.length > 0 && "Every event is there in time."}
      </p>
      {(troubled.length > 0 || gaps.length > 0) && (
        <ul class="record-troubles">
          {troubled.map((one) => (
            <li key={`${one.event} ${one.happenedTick} ${one.writtenTick}`}>{eventText(one)}</li>
          ))}
          {gaps.map((gap) => (
            <li key={`${gap.what} ${gap.fromTick}`}>{gapText(gap)}</li>
          ))}
        </ul>
      )}
      {(withText.length > 0 || inTime.length > 0) && (
        <details>
          <summary>What was written</summary>
          {inTime.length > 0 && (
            <ul class="bare">
              {inTime.map((one) => (
                <li key={`${one.event} ${one.happenedTick}`}>{eventText(one)}</li>
              ))}
            </ul>
          )}
          <table>
            <tbody>
              {withText.map((row) => (
                <Row key={row.tick} row={row} />
              ))}
            </tbody>
          </table>
        </details>
      )}
      <p class="quiet small">
        Times count from the start of the case. Intervals of 5 and 30 min, 10 min for a gap and 2
        min for late are provisional.
      </p>
    </section>
  );
}
