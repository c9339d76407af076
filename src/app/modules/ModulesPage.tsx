/**
 * The guided modules: what each teaches, a run with the guide beside the machine, the assessed run
 * without it, and what this device knows of both.
 */
import "../styles/modules.css";
import { useEffect, useState } from "preact/hooks";
import type { ListedScenario } from "../../scenario/listing.ts";
import type { CaseMode } from "../../session/contract/protocol.ts";
import { prepareWorker } from "../case/spareWorker.ts";
import {
  caseSetupOf,
  currentEngineHash,
  DRAWN_VARIANT,
  loadCatalogue,
  loadMaterial,
} from "../catalogue.ts";
import { beginCase, drawSeed } from "../landing/beginCase.ts";
import { prefetchConsole } from "../landing/prefetchConsole.ts";
import { PageHead } from "../PageHead.tsx";
import { openRunStore } from "../storage/openRunStore.ts";
import type { RunHeader } from "../storage/runStore.ts";
import { moduleProgress } from "./moduleProgress.ts";

export function ModulesPage() {
  const [modules, setModules] = useState<readonly ListedScenario[]>();
  const [runs, setRuns] = useState<readonly RunHeader[]>([]);
  const [failure, setFailure] = useState<string>();
  const fail = (error: unknown) =>
    setFailure(error instanceof Error ? error.message : String(error));
  useEffect(() => {
    loadCatalogue().then(
      ({ scenarios }) => setModules(scenarios.filter(({ kind }) => kind === "module")),
      fail,
    );
    openRunStore()
      .then((store) => store.list())
      .then(setRuns, fail);
    prepareWorker();
    prefetchConsole();
  }, []);
  return (
    <>
      <PageHead>
        <a class="key plain" href="#/">
          Practise
        </a>
        <a class="key plain" href="#/account">
          Account
        </a>
      </PageHead>
      <main class="modules">
        <section class="intro">
          <h1>Guided modules</h1>
          <p class="soft">
            Each is played twice: with a guide beside the machine that says what to do now, where,
            and why; then without it, and assessed.
          </p>
        </section>
        {failure !== undefined && (
          <div class="problem" role="alert">
            <p>This did not work: {failure}</p>
            <p class="soft">Check that the server is running, then reload.</p>
          </div>
        )}
        {modules?.map((one) => (
          <ModuleCard key={one.id} module={one} runs={runs} onFailure={fail} />
        ))}
      </main>
    </>
  );
}

interface ModuleCardProps {
  readonly module: ListedScenario;
  readonly runs: readonly RunHeader[];
  readonly onFailure: (error: unknown) => void;
}

function ModuleCard({ module, runs, onFailure }: ModuleCardProps) {
  const { id, title, briefing, steps, status } = module;
  const progress = moduleProgress(id, runs);
  const [isStarting, setStarting] = useState(false);
  const begin = async (mode: CaseMode) => {
    setStarting(true);
    const [material, engineHash] = await Promise.all([loadMaterial(id), currentEngineHash()]);
    const wish = { variant: DRAWN_VARIANT, seed: drawSeed(), mode };
    beginCase({ engineHash, caseSetup: caseSetupOf(material, wish), title, mode });
  };
  const press = (mode: CaseMode) => () =>
    void begin(mode).catch((error: unknown) => {
      setStarting(false);
      onFailure(error);
    });
  return (
    <section class="panel module" aria-labelledby={`${id}-title`}>
      <div>
        <h2 id={`${id}-title`}>{title}</h2>
        <p class="briefing">{briefing}</p>
        {status === "draft" && (
          <p class="quiet small">
            Draft: times and targets have not been reviewed by a clinical panel.
          </p>
        )}
      </div>
      <ol class="steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div class="ways">
        <Way
          name={`With the guide: ${title}`}
          word="With the guide"
          state={progress.guided}
          isBusy={isStarting}
          onPress={press("practice")}
        />
        <Way
          name={`Assessed run: ${title}`}
          word="Assessed run"
          state={progress.assessed}
          isBusy={isStarting}
          onPress={press("exam")}
        />
      </div>
    </section>
  );
}

interface WayProps {
  readonly name: string;
  readonly word: string;
  readonly state: string;
  readonly isBusy: boolean;
  readonly onPress: () => void;
}

function Way({ name, word, state, isBusy, onPress }: WayProps) {
  return (
    <div class="way">
      <button type="button" class="key hard" aria-label={name} disabled={isBusy} onClick={onPress}>
        {word}
      </button>
      <span class="soft small">{state}</span>
    </div>
  );
}
