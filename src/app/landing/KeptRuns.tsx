/** The runs kept on this device: go on, look at the debrief, take a copy, delete. */
import { useEffect, useState } from "preact/hooks";
import { dateText, tickText } from "../clockText.ts";
import { forgetEngines } from "../offline/forgetEngines.ts";
import { exportRun } from "../storage/exportRun.ts";
import { openRunStore } from "../storage/openRunStore.ts";
import type { RunHeader } from "../storage/runStore.ts";
import { MODE_NAMES, runTitle } from "../storage/runTitle.ts";
import { PracticeHistory } from "./PracticeHistory.tsx";

interface KeptRunsProps {
  /** Changes when the list has to be read again. */
  readonly version: number;
  readonly onChange: () => void;
}

const OUTCOMES = { met: "Met", notMet: "Not met" } as const;

function stateText(run: RunHeader): string {
  if (run.outcome !== null) return OUTCOMES[run.outcome];
  return run.isEnded ? "Ended" : "Not finished";
}

export function KeptRuns({ version, onChange }: KeptRunsProps) {
  const [runs, setRuns] = useState<readonly RunHeader[]>();
  const [isLasting, setIsLasting] = useState(true);
  useEffect(() => {
    void openRunStore().then(async (store) => {
      const list = await store.list();
      setIsLasting(store.isLasting);
      if (store.isLasting) void forgetEngines(new Set(list.map(({ engineHash }) => engineHash)));
      setRuns([...list].sort((one, other) => other.startedWallTimeMs - one.startedWallTimeMs));
    });
  }, [version]);

  return (
    <>
      {runs && <PracticeHistory runs={runs} />}
      <section class="panel kept" aria-labelledby="kept-title">
        <h2 id="kept-title">On this device</h2>
        {!isLasting && (
          <p class="problem">
            This browser keeps nothing for this page. Export a recording before you close it.
          </p>
        )}
        {runs?.length === 0 && <p class="quiet">Your runs are kept here. There are none yet.</p>}
        <ul class="bare runs">
          {runs?.map((run) => (
            <RunRow key={run.recordingId} run={run} onChange={onChange} />
          ))}
        </ul>
      </section>
    </>
  );
}

function RunRow({ run, onChange }: { readonly run: RunHeader; readonly onChange: () => void }) {
  const [isAsking, setIsAsking] = useState(false);
  const when = dateText(run.startedWallTimeMs);
  const title = runTitle(run);
  const name = `${title}, ${when}`;
  const remove = async () => {
    const store = await openRunStore();
    await store.remove(run.recordingId);
    onChange();
  };
  return (
    <li class="run">
      <div class="run-words">
        <span class="run-title">{title}</span>
        <span class="soft small">
          {MODE_NAMES[run.mode]}
          {run.branch && `, rewound at ${tickText(run.branch.tick)}`}, {when}, {tickText(run.tick)}{" "}
          long
        </span>
      </div>
      <span class={`run-state ${run.outcome ?? ""}`}>{stateText(run)}</span>
      <div class="run-keys">
        {run.isEnded || !run.isOwn ? (
          <a class="key" href={`#/debrief/${run.recordingId}`} aria-label={`Debrief: ${name}`}>
            Debrief
          </a>
        ) : (
          <a class="key" href={`#/case/${run.recordingId}`} aria-label={`Go on: ${name}`}>
            Go on
          </a>
        )}
        <button
          type="button"
          class="key plain"
          aria-label={`Export: ${name}`}
          onClick={() => void exportRun(run.recordingId)}
        >
          Export
        </button>
        {isAsking ? (
          <button
            type="button"
            class="key hard"
            onClick={() => void remove()}
            aria-label={`Delete for good: ${name}`}
          >
            Delete?
          </button>
        ) : (
          <button
            type="button"
            class="key plain"
            aria-label={`Delete: ${name}`}
            onClick={() => setIsAsking(true)}
          >
            Delete
          </button>
        )}
      </div>
    </li>
  );
}
