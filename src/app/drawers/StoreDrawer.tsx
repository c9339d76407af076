/** Where things lie and who fetches them; and the jobs of a changeout, in the order they are done. */
import { ITEM_NAMES, PLACE_NAMES } from "../../description/names.ts";
import type { TraineeAction } from "../../world/contract/actions.ts";
import { STORE_ITEMS, type StoreItem, type StorePlace } from "../../world/contract/ids.ts";
import { enumReading, signalIndex } from "../../world/contract/signals.ts";
import { useLatestFrame } from "../case/latestReadings.ts";
import type { DrawerProps } from "./Drawers.tsx";

const SPARE_PRIMED = signalIndex("oxygenator.sparePrimed");
const WATER_ON = signalIndex("oxygenator.waterConnected");
const HELPER_HERE = signalIndex("team.helperHere");
const HELPER_ERRAND = signalIndex("store.helperErrandS");
const RUNNER_ERRAND = signalIndex("store.runnerErrandS");

const UNIT_WORDS: Readonly<Record<string, string>> = {
  first: "The first oxygenator is in the circuit.",
  none: "No oxygenator is in the circuit.",
  spare: "The spare is in the circuit.",
};
const ITEM_TITLES: Readonly<Record<StoreItem, string>> = {
  oxygenator: "Spare oxygenator",
  changeoutKit: "Changeout set: clamps, scissors, ties",
};

interface JobProps {
  readonly say: string;
  readonly action: TraineeAction;
  readonly act: DrawerProps["act"];
  readonly isReplay: boolean;
}

function Job({ say, action, act, isReplay }: JobProps) {
  return (
    <li>
      <button type="button" class="sentence" disabled={isReplay} onClick={() => act(action)}>
        {say}
      </button>
    </li>
  );
}

function Errand({ who, seconds }: { readonly who: string; readonly seconds: number }) {
  if (seconds <= 0) return null;
  return (
    <p class="small quiet">
      The {who} is on the way: {Math.ceil(seconds)} s.
    </p>
  );
}

export function StoreDrawer({ feed, act, isReplay }: DrawerProps) {
  const { readings } = useLatestFrame(feed);
  const fetchers = [
    { by: "runner", say: "Send the runner" },
    ...(readings[HELPER_HERE] === 1 ? [{ by: "helper", say: "Send the helper" } as const] : []),
    { by: "self", say: "Go yourself" },
  ] as const;
  return (
    <div class="store">
      {STORE_ITEMS.map((item) => {
        const place = enumReading(readings, `store.${item}.place`) as StorePlace;
        return (
          <section key={item} aria-label={ITEM_TITLES[item]}>
            <h3 class="store-item">{ITEM_TITLES[item]}</h3>
            <p class="soft small">{PLACE_NAMES[place]}</p>
            {place !== "atMachine" && place !== "none" && (
              <div class="key-row">
                {fetchers.map(({ by, say }) => (
                  <button
                    key={by}
                    type="button"
                    class="key"
                    disabled={isReplay}
                    aria-label={`${say} for the ${ITEM_NAMES[item]}`}
                    onClick={() => act({ type: "store.fetch", item, by })}
                  >
                    {say}
                  </button>
                ))}
              </div>
            )}
          </section>
        );
      })}
      <Errand who="helper" seconds={readings[HELPER_ERRAND] ?? 0} />
      <Errand who="runner" seconds={readings[RUNNER_ERRAND] ?? 0} />
      <h3 class="store-item">Changing the oxygenator</h3>
      <p class="soft small">
        {UNIT_WORDS[enumReading(readings, "oxygenator.inCircuit")]}{" "}
        {readings[SPARE_PRIMED] === 1 && "The spare is filled."}
      </p>
      <ul class="bare sentences" aria-label="Jobs">
        {jobsOf(readings[WATER_ON] === 1).map((job) => (
          <Job key={job.say} {...job} act={act} isReplay={isReplay} />
        ))}
      </ul>
    </div>
  );
}

/** In the order in which they are done; each says by its refusal what is missing. */
function jobsOf(waterIsOn: boolean): readonly Pick<JobProps, "say" | "action">[] {
  return [
    { say: "Look at the spare", action: { type: "inspect", what: "spareOxygenator" } },
    { say: "Fill the spare", action: { type: "oxygenator.prime" } },
    { say: "Tap the bubbles out of the spare", action: { type: "oxygenator.tapBubbles" } },
    { say: "Feel the gas line", action: { type: "inspect", what: "gasLine" } },
    { say: "Take the gas line off", action: { type: "oxygenator.gasLine", connected: false } },
    waterIsOn
      ? {
          say: "Take the water lines off",
          action: { type: "oxygenator.waterLines", connected: false },
        }
      : {
          say: "Connect the water lines",
          action: { type: "oxygenator.waterLines", connected: true },
        },
    { say: "Cut the oxygenator out", action: { type: "oxygenator.cut" } },
    {
      say: "Connect the spare, arrow towards the filter",
      action: { type: "oxygenator.connect", orientation: "alongArrow" },
    },
    {
      say: "Connect the spare, arrow towards the pump",
      action: { type: "oxygenator.connect", orientation: "againstArrow" },
    },
    {
      say: "Put the gas line on its port",
      action: { type: "oxygenator.gasLine", connected: true },
    },
  ];
}
