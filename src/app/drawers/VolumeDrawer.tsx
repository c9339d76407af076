/** Crystalloid into the reservoir. */

import { decimals } from "../../description/numbers.ts";
import { signalIndex } from "../../world/contract/signals.ts";
import { useLatestFrame } from "../case/latestReadings.ts";
import type { DrawerProps } from "./Drawers.tsx";

const DOSES_ML = [100, 250, 500] as const;
const LEVEL = signalIndex("circuit.reservoirVolumeMl");

export function VolumeDrawer({ feed, act, isReplay }: DrawerProps) {
  const { readings } = useLatestFrame(feed);
  return (
    <div class="volume">
      <p>
        Reservoir <strong class="figure">{decimals(readings[LEVEL], 0)}</strong> mL
      </p>
      <p class="soft small">Crystalloid, by the quick prime line. It thins the blood.</p>
      <div class="key-row">
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
      </div>
    </div>
  );
}
