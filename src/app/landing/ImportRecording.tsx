/** Takes in a recording from a file: chosen, or dropped anywhere on the panel. */
import { useState } from "preact/hooks";
import type { Problem } from "../../kernel/result.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { goTo } from "../router.ts";
import { FilePanel } from "./FilePanel.tsx";

export function ImportRecording() {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const take = async (file: File) => {
    setProblems([]);
    const { importRecording } = await import("../storage/importRecording.ts");
    const taken = await importRecording(file);
    if (taken.ok) goTo({ page: "debrief", recordingId: taken.value });
    else setProblems(taken.problems);
  };

  return (
    <FilePanel
      title="Look at a recording"
      ask="Choose or drop a recording. It is checked, kept on this device and replayed here."
      accept=".json,application/json"
      onFiles={([file]) => void take(file as File)}
    >
      {problems.slice(0, 3).map((problem) => (
        <ProblemNote key={problem.place} problem={problem} />
      ))}
    </FilePanel>
  );
}
