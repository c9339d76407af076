/** Chooses scenario, variant, mode and seed, and starts the case. */
import { useId, useState } from "preact/hooks";
import { drawDrill } from "../../case/drill.ts";
import type { ListedTheatreList } from "../../case/theatreList.schema.ts";
import type { ListedComposition } from "../../scenario/composition.schema.ts";
import type { ListedScenario } from "../../scenario/listing.ts";
import type { CaseMode } from "../../session/contract/protocol.ts";
import {
  type CaseWish,
  caseSetupOf,
  DRAWN_VARIANT,
  loadMaterial,
  type OfferedLimits,
  SEED_MAX,
} from "../catalogue.ts";
import { DRILL_TITLE } from "../storage/runTitle.ts";
import { beginCase, drawSeed } from "./beginCase.ts";
import { DrillSet } from "./DrillSet.tsx";
import { keepDrillSet, keptDrillSet } from "./drillChoice.ts";
import { LimitsChoice, useChosenLimits } from "./LimitsChoice.tsx";
import {
  asListed,
  CHOICE_NAMES,
  type Choosable,
  choiceText,
  listAsListed,
  scenarioAsChoice,
} from "./listedCompositions.ts";
import { ScenarioOptions } from "./ScenarioOptions.tsx";
import type { OwnScenario } from "./takeScenario.ts";
import { usePreparedCase } from "./usePreparedCase.ts";
import { parseSeed, wishFromAddress } from "./wishFromAddress.ts";

interface StartFormProps {
  readonly scenarios: readonly ListedScenario[];
  /** Normal cases that something may interrupt, offered after the scenarios. */
  readonly compositions: readonly ListedComposition[];
  /** Normal cases whose patient asks for something else, offered after those. */
  readonly theatreLists: readonly ListedTheatreList[];
  /** A scenario from a file, listed first; its material is at hand. */
  readonly own: OwnScenario | undefined;
  readonly engineHash: string;
  /** Profiles of alarm and stop limits; a site's own comes first. */
  readonly limitProfiles: readonly OfferedLimits[];
}

const MODES: readonly { readonly mode: CaseMode; readonly name: string; readonly note: string }[] =
  [
    { mode: "practice", name: "Practice", note: "Pause, rewind and hints. Choose what fails." },
    {
      mode: "drill",
      name: "Drill",
      note: "No pause, no hints. Nobody says what comes.",
    },
    { mode: "exam", name: "Exam", note: "No pause, no hints. What fails is drawn." },
  ];

/** A case of a composition or a theatre list; the code that puts it together comes when it is wanted. */
async function composedSetup({ id, choice }: Choosable, wish: CaseWish) {
  const { composedMaterial, listedMaterial } = await import("./composeCase.ts");
  const { seed, variant } = wish;
  const chosen = variant === DRAWN_VARIANT ? undefined : variant;
  const material =
    choice === "patient"
      ? await listedMaterial(id, { seed, patient: chosen })
      : await composedMaterial(id, { seed, emergency: chosen });
  return caseSetupOf(material, { ...wish, variant: DRAWN_VARIANT });
}

/** What a run is called by: of a theatre list, who was on the table too. */
const titleOf = (caseSetup: Readonly<Record<string, unknown>>): string =>
  (caseSetup["scenario"] as { readonly title: string }).title;

export function StartForm(props: StartFormProps) {
  const { scenarios, own, engineHash, limitProfiles } = props;
  const compositions = props.compositions.map(asListed);
  const theatreLists = props.theatreLists.map(listAsListed);
  const choices = [...scenarios.map(scenarioAsChoice), ...compositions, ...theatreLists];
  const asked = wishFromAddress(location.search);
  const id = useId();
  const [scenarioId, setScenarioId] = useState(
    own?.listed.id ?? choices.find((one) => one.id === asked.scenario)?.id ?? scenarios[0]?.id,
  );
  const [variant, setVariant] = useState(asked.variant ?? DRAWN_VARIANT);
  const [mode, setMode] = useState<CaseMode>(asked.mode ?? "practice");
  const [seedText, setSeedText] = useState(asked.seed === undefined ? "" : String(asked.seed));

  const { limitsId, chooseLimits } = useChosenLimits(asked.limits);

  const offered = scenarios.map(({ id: one }) => one);
  const [drillSet, setDrillSet] = useState<readonly string[]>(() =>
    asked.mode === "drill" && offered.includes(asked.scenario ?? "")
      ? [asked.scenario as string]
      : keptDrillSet(offered),
  );
  const isDrill = mode === "drill";

  const [drawnSeed] = useState(drawSeed);

  const [isStarting, setStarting] = useState(false);
  const [failure, setFailure] = useState<string>();

  const scenario = choices.find((one) => one.id === scenarioId);
  const isList = scenario?.choice === "patient";
  const seedIsWrong = !isDrill && seedText.trim() !== "" && parseSeed(seedText) === undefined;
  const known = scenario?.variants.some((one) => one.id === variant) === true;
  const wish = {
    seed: (isDrill ? asked.seed : parseSeed(seedText)) ?? drawnSeed,
    mode,
    variant: (mode === "practice" || isList) && known ? variant : DRAWN_VARIANT,
    limits: limitProfiles.find(({ id: one }) => one === limitsId),
  };
  const findSetup = async () => {
    const wanted = isDrill ? drawDrill(drillSet, wish.seed) : (scenarioId ?? "");
    if (scenario && scenario.choice !== "variant" && !isDrill) return composedSetup(scenario, wish);
    const isOwn = wanted === own?.listed.id;
    const material = isOwn && own ? own.material : await loadMaterial(wanted);
    return caseSetupOf(material, wish);
  };
  const canStart = scenario !== undefined && !seedIsWrong && !(isDrill && drillSet.length === 0);
  usePreparedCase(engineHash, canStart ? findSetup : undefined, [
    isDrill ? drillSet : scenario,
    mode,
    wish.variant,
    wish.seed,
    limitsId,
  ]);
  if (scenario === undefined) return <p>This server offers no scenario.</p>;

  const start = async (event: Event) => {
    event.preventDefault();
    if (!canStart || isStarting) return;
    setStarting(true);
    const caseSetup = await findSetup().catch((error: unknown) => {
      setFailure(error instanceof Error ? error.message : String(error));
      setStarting(false);
    });
    if (caseSetup === undefined) return;
    beginCase({ engineHash, caseSetup, title: isDrill ? DRILL_TITLE : titleOf(caseSetup), mode });
  };

  return (
    <form class="start-form" onSubmit={(event) => void start(event)}>
      {isDrill ? (
        <DrillSet
          scenarios={scenarios}
          chosen={drillSet}
          choose={(ids) => {
            setDrillSet(ids);
            keepDrillSet(ids, offered);
          }}
        />
      ) : choices.length > 1 ? (
        <label>
          Scenario
          <select value={scenarioId} onChange={(event) => setScenarioId(event.currentTarget.value)}>
            <ScenarioOptions
              scenarios={scenarios}
              compositions={compositions}
              theatreLists={theatreLists}
            />
          </select>
        </label>
      ) : (
        <h3 class="scenario-title">{scenario.title}</h3>
      )}
      {!isDrill && <p class="briefing">{scenario.briefing}</p>}
      {!isDrill && scenario.choice === "patient" && (
        <p class="briefing">What notes and anaesthetist say of the patient stands under Help.</p>
      )}
      {!isDrill && scenario.status === "draft" && (
        <p class="quiet small">
          Draft: times and targets of this scenario have not been reviewed by a clinical panel.
        </p>
      )}
      <fieldset class="modes">
        <legend>Mode</legend>
        {MODES.map((one) => (
          <label key={one.mode} class="choice">
            <input
              type="radio"
              name={`${id}-mode`}
              value={one.mode}
              checked={mode === one.mode}
              onChange={() => setMode(one.mode)}
            />
            <span>
              <strong>{one.name}</strong>
              <span class="soft small">{one.note}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="fields">
        {!isDrill && (
          <label>
            {CHOICE_NAMES[scenario.choice]}
            <select
              value={wish.variant}
              disabled={mode === "exam" && !isList}
              onChange={(event) => setVariant(event.currentTarget.value)}
            >
              <option value={DRAWN_VARIANT}>Surprise me</option>
              {scenario.variants.map((one) => (
                <option key={one.id} value={one.id}>
                  {choiceText(scenario, one)}
                </option>
              ))}
            </select>
          </label>
        )}
        <LimitsChoice profiles={limitProfiles} limitsId={limitsId} onChoose={chooseLimits} />
        {!isDrill && (
          <label>
            Seed
            <input
              type="text"
              inputMode="numeric"
              value={seedText}
              placeholder="drawn"
              aria-invalid={seedIsWrong}
              aria-describedby={`${id}-seed`}
              onInput={(event) => setSeedText(event.currentTarget.value)}
            />
          </label>
        )}
      </div>
      <p
        id={`${id}-seed`}
        class={seedIsWrong ? "small" : "visually-hidden"}
        role={seedIsWrong ? "alert" : undefined}
      >
        {seedIsWrong
          ? `A seed is a whole number from 0 to ${SEED_MAX}.`
          : "The same seed gives the same case. Leave it empty for a new one."}
      </p>
      {failure !== undefined && (
        <p class="problem" role="alert">
          {failure} Check that the server is running, then press Start again.
        </p>
      )}
      <button type="submit" class="key hard start-key">
        Start
      </button>
    </form>
  );
}
