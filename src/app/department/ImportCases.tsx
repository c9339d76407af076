/** A logbook file: looked at first, every wrong line named, and taken in whole or not at all. */
import { useState } from "preact/hooks";
import type { Problem } from "../../kernel/result.ts";
import { callApi } from "../account/api.ts";
import { ProblemNote } from "../ProblemNote.tsx";

interface Preview {
  readonly problems: readonly Problem[];
  readonly newCount?: number;
  readonly knownCount?: number;
  readonly warnings?: readonly { readonly lineIndex: number; readonly excerpt: string }[];
}

interface ImportCasesProps {
  readonly staffId: string;
  readonly onImported: () => void;
}

export function ImportCases({ staffId, onImported }: ImportCasesProps) {
  const [text, setText] = useState("");
  const [preview, setPreview] = useState<Preview>();
  const [problem, setProblem] = useState<Problem>();
  const [done, setDone] = useState("");
  const url = `/api/staff/${staffId}/cases`;
  const look = async (file: File | undefined) => {
    setDone("");
    setProblem(undefined);
    setPreview(undefined);
    if (file === undefined) return;
    const read = await file.text();
    setText(read);
    const answer = await callApi<Preview>("POST", `${url}/preview`, { text: read });
    if (answer.ok) setPreview(answer.value);
    else setProblem(answer.problems[0]);
  };
  const take = async () => {
    const answer = await callApi<Preview>("POST", `${url}/import`, { text });
    if (!answer.ok) return setProblem(answer.problems[0]);
    setDone(`${answer.value.newCount} cases were added.`);
    setPreview(undefined);
    return onImported();
  };
  return (
    <section class="panel padded" aria-labelledby="import-title">
      <h2 id="import-title">Take in a file</h2>
      <p class="soft small">
        CSV in UTF-8, with the columns date, role, procedure, closely supervised, and if you like
        supervisor, events, note, confirmation. An export shows how it looks.
      </p>
      <input
        type="file"
        accept=".csv,text/csv"
        aria-label="Logbook file"
        onChange={(event) => void look(event.currentTarget.files?.[0])}
      />
      {problem && <ProblemNote problem={problem} />}
      {preview && <PreviewNote preview={preview} onTake={() => void take()} />}
      <p role="status">{done}</p>
    </section>
  );
}

function PreviewNote({
  preview,
  onTake,
}: {
  readonly preview: Preview;
  readonly onTake: () => void;
}) {
  const { problems, newCount = 0, knownCount = 0, warnings = [] } = preview;
  if (problems.length > 0) {
    return (
      <div class="problem" role="alert">
        <p>
          Nothing was taken in:{" "}
          {problems.length === 1 ? "one thing is" : `${problems.length} things are`} wrong.
        </p>
        <ol class="line-problems">
          {problems.map(({ place, sentence, remedy }) => (
            <li key={`${place} ${sentence}`}>
              <strong>{place}</strong>: {sentence} {remedy}
            </li>
          ))}
        </ol>
      </div>
    );
  }
  return (
    <div class="preview">
      <p>
        {newCount} new {newCount === 1 ? "case" : "cases"}
        {knownCount > 0 && `; ${knownCount} stand in the logbook already and are left out`}.
      </p>
      {warnings.length > 0 && (
        <p class="problem">
          This may name patients:{" "}
          {warnings.map(({ lineIndex, excerpt }) => `line ${lineIndex} “${excerpt}”`).join(", ")}.
        </p>
      )}
      {newCount > 0 && (
        <button type="button" class="key hard" onClick={onTake}>
          Take in {newCount}
        </button>
      )}
    </div>
  );
}
