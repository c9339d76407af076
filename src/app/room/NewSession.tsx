/** Chooses what a new session plays. */
import { useEffect, useState } from "preact/hooks";
import { callApi } from "../account/api.ts";
import { useSubmit } from "../account/useSubmit.ts";
import { type Catalogue, DRAWN_VARIANT, loadCatalogue, type OfferedLimits } from "../catalogue.ts";
import { LimitsChoice, useChosenLimits } from "../landing/LimitsChoice.tsx";
import {
  asListed,
  CHOICE_NAMES,
  choiceText,
  listAsListed,
  scenarioAsChoice,
} from "../landing/listedCompositions.ts";
import { keptLimits } from "../landing/ownLimits.ts";
import { ScenarioOptions } from "../landing/ScenarioOptions.tsx";
import { parseSeed } from "../landing/wishFromAddress.ts";
import { ProblemNote } from "../ProblemNote.tsx";

interface NewSessionProps {
  readonly url: string;
  readonly onMade: (sessionId: string) => void;
}

const NOTHING_YET: Catalogue = {
  scenarios: [],
  compositions: [],
  theatreLists: [],
  limitProfiles: [],
};

/** With the limits of the supervisor's site first, when this device keeps some. */
function withOwnLimits(offer: Catalogue): Catalogue {
  const own = keptLimits();
  return own ? { ...offer, limitProfiles: [own, ...offer.limitProfiles] } : offer;
}

/** What the server takes of a profile: one that was read from a file has its sources too. */
const sent = (profile: OfferedLimits | undefined): OfferedLimits | undefined =>
  profile && { id: profile.id, title: profile.title, alarmLimits: profile.alarmLimits };

export function NewSession({ url, onMade }: NewSessionProps) {
  const [offer, setOffer] = useState<Catalogue>(NOTHING_YET);
  const { scenarios, limitProfiles } = offer;
  const [scenarioId, setScenarioId] = useState<string>();
  const [variant, setVariant] = useState(DRAWN_VARIANT);
  const [mode, setMode] = useState<"practice" | "exam">("exam");
  const [seedText, setSeedText] = useState("");
  const { limitsId, chooseLimits } = useChosenLimits();
  useEffect(() => void loadCatalogue().then((found) => setOffer(withOwnLimits(found))), []);
  const compositions = offer.compositions.map(asListed);
  const theatreLists = offer.theatreLists.map(listAsListed);
  const choices = [...scenarios.map(scenarioAsChoice), ...compositions, ...theatreLists];
  const scenario = choices.find(({ id }) => id === scenarioId) ?? choices[0];
  // What interrupts a case stands in its file, which the trainee's device has to have.
  const isInterrupted = scenario?.choice === "emergency";
  const playedMode = isInterrupted ? "practice" : mode;
  const { problem, isBusy, onSubmit } = useSubmit(
    () => {
      const seed = parseSeed(seedText) ?? crypto.getRandomValues(new Uint32Array(1))[0];
      return callApi<{ readonly id: string }>("POST", url, {
        scenarioId: scenario?.id,
        variant,
        seed,
        mode: playedMode,
        limits: sent(limitProfiles.find(({ id }) => id === limitsId)),
      });
    },
    ({ id }) => onMade(id),
  );
  return (
    <form class="panel" onSubmit={onSubmit}>
      <h2>New session</h2>
      <label>
        Scenario
        <select
          value={scenario?.id ?? ""}
          onChange={(event) => {
            setScenarioId(event.currentTarget.value);
            setVariant(DRAWN_VARIANT);
          }}
        >
          <ScenarioOptions
            scenarios={scenarios}
            compositions={compositions}
            theatreLists={theatreLists}
            note=" (practice)"
          />
        </select>
      </label>
      <label>
        {CHOICE_NAMES[scenario?.choice ?? "variant"]}
        <select value={variant} onChange={(event) => setVariant(event.currentTarget.value)}>
          <option value={DRAWN_VARIANT}>Surprise</option>
          {scenario?.variants.map((one) => (
            <option key={one.id} value={one.id}>
              {choiceText(scenario, one)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Mode
        <select
          value={playedMode}
          onChange={(event) => setMode(event.currentTarget.value as "practice" | "exam")}
        >
          <option value="exam" disabled={isInterrupted}>
            Assessed: what fails, and when, stays on the server until then
          </option>
          <option value="practice">Practice</option>
        </select>
      </label>
      <LimitsChoice profiles={limitProfiles} limitsId={limitsId} onChoose={chooseLimits} />
      <label>
        Seed
        <input
          type="text"
          inputMode="numeric"
          placeholder="drawn"
          value={seedText}
          onInput={(event) => setSeedText(event.currentTarget.value)}
        />
      </label>
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" class="key hard" disabled={isBusy || scenario === undefined}>
        Open the session
      </button>
    </form>
  );
}
