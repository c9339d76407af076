/** Takes in a recording from a file: chosen, or dropped anywhere on the panel. */
import { useState } from "preact/hooks";
import type { Problem } from "../../kernel/result.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { goTo } from "../router.ts";

export function ImportRecording() {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isOver, setIsOver] = useState(false);

  const take = async (file: File | null | undefined) => {
    if (!file) return;
    setProblems([]);
    const { importRecording } = await import("../storage/importRecording.ts");
    const taken = await importRecording(file);
    if (taken.ok) goTo({ page: "debrief", recordingId: taken.value });
    else setProblems(taken.problems);
  };

  return (
    <section
      class={`panel import ${isOver ? "over" : ""}`}
      aria-labelledby="import-title"
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        void take(event.dataTransfer?.files[0]);
      }}
    >
      <h2 id="import-title">Look at a recording</h2>
      <label>
        <span class="soft small">
          Choose or drop a recording. It is checked, kept on this device and replayed here.
        </span>
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </label>
      {problems.slice(0, 3).map((problem) => (
        <ProblemNote key={problem.place} problem={problem} />
      ))}
    </section>
  );
}
