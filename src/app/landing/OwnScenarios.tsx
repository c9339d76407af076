/** Takes in a scenario that somebody wrote: chosen or dropped, checked, and offered with the others. */
import { useState } from "preact/hooks";
import type { Problem } from "../../kernel/result.ts";
import type { ListedScenario } from "../../scenario/listing.ts";
import { loadMaterial, type OfferedLimits } from "../catalogue.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { FilePanel } from "./FilePanel.tsx";
import { keepLimits } from "./ownLimits.ts";
import type { OwnScenario } from "./takeScenario.ts";

interface OwnScenariosProps {
  readonly scenarios: readonly ListedScenario[];
  readonly onTaken: (own: OwnScenario) => void;
  readonly onLimits: (own: OfferedLimits) => void;
}

const SHOWN_MAX = 12;

export function OwnScenarios({ scenarios, onTaken, onLimits }: OwnScenariosProps) {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [taken, setTaken] = useState<string>();

  const take = async (files: readonly File[]) => {
    setProblems([]);
    setTaken(undefined);
    const [{ takeScenario }, ...materials] = await Promise.all([
      import("./takeScenario.ts"),
      ...scenarios.map(({ id }) => loadMaterial(id)),
    ]);
    const result = await takeScenario(files, materials);
    if (!result.ok) setProblems(result.problems);
    else {
      const { scenario, limits } = result.value;
      setTaken([scenario?.listed.title, limits?.title].filter(Boolean).join("” and “"));
      if (scenario) onTaken(scenario);
      if (limits) {
        keepLimits(limits);
        onLimits(limits);
      }
    }
  };

  return (
    <FilePanel
      title="Try a scenario or limits of your own"
      ask="Choose or drop a scenario file together with its rubric, or a site's profile of alarm limits. They are checked here and stay on this device."
      accept=".yaml,.yml"
      isMany={true}
      onFiles={(files) => void take(files)}
    >
      {taken !== undefined && (
        <p role="status" class="small">
          “{taken}” is right, and can be chosen on the form.
        </p>
      )}
      {problems.slice(0, SHOWN_MAX).map((problem) => (
        <ProblemNote key={`${problem.place} ${problem.sentence}`} problem={problem} />
      ))}
      {problems.length > SHOWN_MAX && (
        <p class="quiet small">And {problems.length - SHOWN_MAX} more.</p>
      )}
    </FilePanel>
  );
}
