/** Takes in a scenario that somebody wrote: chosen or dropped, checked, and offered with the others. */
import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../kernel/result.ts";
import type { ListedScenario } from "../../scenario/listing.ts";
import { loadMaterial, type OfferedLimits } from "../catalogue.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { FilePanel } from "./FilePanel.tsx";
import { forgetFiles, keepFiles, keptFiles } from "./ownFiles.ts";
import { keepLimits } from "./ownLimits.ts";
import type { OwnScenario } from "./takeScenario.ts";

interface OwnScenariosProps {
  readonly scenarios: readonly ListedScenario[];
  /** Undefined when the scenario kept here is forgotten. */
  readonly onTaken: (own: OwnScenario | undefined) => void;
  readonly onLimits: (own: OfferedLimits) => void;
}

const SHOWN_MAX = 12;

export function OwnScenarios({ scenarios, onTaken, onLimits }: OwnScenariosProps) {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [taken, setTaken] = useState<string>();
  const [hasKept, setHasKept] = useState(false);
  const [isLostOnReload, setIsLostOnReload] = useState(false);
  useEffect(() => {
    const files = keptFiles();
    if (files.length === 0) return;
    setHasKept(true);
    void take(files);
  }, []);

  const forget = () => {
    forgetFiles();
    setHasKept(false);
    setTaken(undefined);
    setProblems([]);
    onTaken(undefined);
  };

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
      // Kept before it is said to be right: who reads that may reload at once.
      if (scenario) {
        const isKept = await keepFiles(files);
        setHasKept(isKept);
        setIsLostOnReload(!isKept);
        onTaken(scenario);
      }
      if (limits) {
        keepLimits(limits);
        onLimits(limits);
      }
      setTaken([scenario?.listed.title, limits?.title].filter(Boolean).join("” and “"));
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
          {isLostOnReload && " This browser keeps no files: give them again after a reload."}
        </p>
      )}
      {hasKept && (
        <button type="button" class="key" onClick={forget}>
          Forget the scenario kept here
        </button>
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
