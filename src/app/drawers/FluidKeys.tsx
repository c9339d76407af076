/** Fluid into the reservoir, with its level beside the keys. */
import { decimals } from "../../description/numbers.ts";
import { signalIndex } from "../../world/contract/signals.ts";
import { useLatestFrame } from "../case/latestReadings.ts";
import type { DrawerProps } from "./Drawers.tsx";
import { Toolbar } from "./Toolbar.tsx";

const DOSES_ML = [100, 250, 500] as const;
const LEVEL = signalIndex("circuit.reservoirVolumeMl");

export function FluidKeys({ feed, act, isReplay }: Pick<DrawerProps, "feed" | "act" | "isReplay">) {
  const { readings } = useLatestFrame(feed);
  return (
    <section class="fluids" aria-label="Fluids">
      <p class="fluid-head">
        <span>Crystalloid</span>
        <span class="soft">
          reservoir <strong>{decimals(readings[LEVEL], 0)}</strong> mL
        </span>
      </p>
      <Toolbar class="key-row" label="Crystalloid">
        {DOSES_ML.map((volumeMl) => (
          <button
            key={volumeMl}
            type="button"
            class="key"
            disabled={isReplay}
            onClick={() => act({ type: "reservoir.addVolume", volumeMl })}
          >
            Add {volumeMl} mL
          </button>
        ))}
      </Toolbar>
    </section>
  );
}
