/** The expert's run from the same moment, beside yours: asked for, then computed on this device. */
import { useState } from "preact/hooks";
import { decimals } from "../../description/numbers.ts";
import type { Problem } from "../../kernel/result.ts";
import { ticksToS } from "../../kernel/tick.ts";
import type { Measure, Report } from "../../scoring/report.ts";
import { clockText } from "../clockText.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { openRunStore } from "../storage/openRunStore.ts";
import type { ExpertRun } from "./expertRun.ts";

interface ExpertBesideProps {
  readonly recordingId: string;
  readonly report: Report;
  /** The moment from which the expert takes over. */
  readonly fromTick: number;
  readonly run: ExpertRun | undefined;
  readonly onRun: (run: ExpertRun) => void;
}

const figure = ({ value, unit }: Measure): string =>
  `${decimals(value, unit === "s" || Math.abs(value) >= 10 ? 0 : 2)} ${unit}`;
const outcomeText = ({ outcome }: Report): string => (outcome === "met" ? "met" : "not met");

export function ExpertBeside({ recordingId, report, fromTick, run, onRun }: ExpertBesideProps) {
  const [tick, setTick] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const play = async () => {
    setProblem(undefined);
    setTick(0);
    const [{ playExpert }, store] = await Promise.all([import("./expertRun.ts"), openRunStore()]);
    const stored = await store.read(recordingId);
    if (stored === undefined) return;
    const played = await playExpert(stored, fromTick, setTick);
    setTick(undefined);
    if (played.ok) onRun(played.value);
    else setProblem(played.problems[0]);
  };
  const fromText = clockText(ticksToS(fromTick - report.onsetTick));
  return (
    <section class="panel expert" aria-labelledby="expert-title">
      <header>
        <h2 id="expert-title">The expert from the same moment</h2>
        <button type="button" class="key" disabled={tick !== undefined} onClick={() => void play()}>
          Show the expert from {fromText}
        </button>
      </header>
      {tick !== undefined && (
        <p role="status" class="quiet">
          The expert is playing… {clockText(ticksToS(tick))}
        </p>
      )}
      {problem && <ProblemNote problem={problem} />}
      {run === undefined && tick === undefined && !problem && (
        <p class="soft small">
          Same patient, same failure, your log up to the moment the cursor marks. From there the
          scripted expert acts on what can be seen, with human reactions.
        </p>
      )}
      {run && (
        <table class="expert-table">
          <thead>
            <tr>
              <th scope="col">From {clockText(ticksToS(run.fromTick - report.onsetTick))}</th>
              <th scope="col">You</th>
              <th scope="col">Expert</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Result</th>
              <td>{outcomeText(report)}</td>
              <td>{outcomeText(run.report)}</td>
            </tr>
            {report.measures.map((mine) => {
              const other = run.report.measures.find(({ id }) => id === mine.id);
              return (
                <tr key={mine.id}>
                  <th scope="row">{mine.title}</th>
                  <td>{figure(mine)}</td>
                  <td>{other ? figure(other) : ""}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
