/** Drugs and fluids: choose, dose, give or run; what is running, and what was given last. */
import { useState } from "preact/hooks";
import { DRUG_GROUP_NAMES, ROUTE_TITLES } from "../../description/names.ts";
import type { Route } from "../../world/contract/drugUnits.ts";
import { DoseRow } from "./DoseRow.tsx";
import type { DrawerProps } from "./Drawers.tsx";
import { FluidKeys } from "./FluidKeys.tsx";
import { RunningDrugs } from "./RunningDrugs.tsx";
import { Toolbar } from "./Toolbar.tsx";

/** What a perfusionist reaches for first. */
const FIRST_CHOICE = "phenylephrine";

type Offer = DrawerProps["feed"]["briefing"]["drugs"][number];

interface ChooserProps {
  readonly drugs: readonly Offer[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
}

function DrugChooser({ drugs, chosen, choose }: ChooserProps) {
  const groups = Object.entries(DRUG_GROUP_NAMES).map(([group, title]) => ({
    title,
    members: drugs.filter((drug) => drug.group === group),
  }));
  return (
    <label class="field">
      <span>Drug</span>
      <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        {groups.map(({ title, members }) => (
          <optgroup key={title} label={title}>
            {members.map((drug) => (
              <option key={drug.id} value={drug.id}>
                {drug.title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

interface RouteProps {
  readonly routes: readonly Route[];
  readonly route: Route;
  readonly choose: (route: Route) => void;
}

function RouteChoice({ routes, route, choose }: RouteProps) {
  return (
    <Toolbar class="key-row" label="Route">
      {routes.map((one) => (
        <button
          key={one}
          type="button"
          class="key"
          aria-pressed={one === route}
          onClick={() => choose(one)}
        >
          {ROUTE_TITLES[one]}
        </button>
      ))}
    </Toolbar>
  );
}

export function DrugsDrawer({ client, feed, act, isReplay }: DrawerProps) {
  const { drugs } = feed.briefing;
  const [chosen, setChosen] = useState(FIRST_CHOICE);
  const [wanted, setRoute] = useState<Route>("circuit");
  const drug = drugs.find(({ id }) => id === chosen) ?? drugs[0];
  if (drug === undefined) return <p class="quiet">This case has no drugs.</p>;
  const route = drug.routes.includes(wanted) ? wanted : (drug.routes[0] as Route);
  return (
    <div class="drugs">
      <DrugChooser drugs={drugs} chosen={drug.id} choose={setChosen} />
      {drug.note !== undefined && <p class="soft small">{drug.note}</p>}
      {drug.bolus !== undefined && (
        <>
          <RouteChoice routes={drug.routes} route={route} choose={setRoute} />
          <DoseRow
            key={`${drug.id} dose`}
            name="Dose"
            verb="Give"
            dosing={drug.bolus}
            isReplay={isReplay}
            send={(amount, unit) => act({ type: "drug.give", drug: drug.id, amount, unit, route })}
          />
        </>
      )}
      {drug.infusion !== undefined && (
        <DoseRow
          key={`${drug.id} rate`}
          name="Rate"
          verb="Run"
          dosing={drug.infusion}
          isReplay={isReplay}
          send={(amount, unit) => act({ type: "drug.infuse", drug: drug.id, amount, unit })}
        />
      )}
      <RunningDrugs client={client} drugs={drugs} act={act} isReplay={isReplay} />
      <FluidKeys feed={feed} act={act} isReplay={isReplay} />
    </div>
  );
}
