/** The three safety devices as shapes and words, since an open drawer covers their panel. */
import type { CaseFeed } from "../../session/contract/protocol.ts";
import { MAIN_DEVICES, type MainDevice } from "../../world/contract/ids.ts";
import { enumReading, signalIndex } from "../../world/contract/signals.ts";
import { useLatestFrame } from "../case/latestReadings.ts";

const NAMES: Readonly<Record<MainDevice, string>> = {
  level: "Level",
  bubble: "Bubble",
  pressure: "Pressure",
};

export type Shape = "armed" | "alarmOnly" | "off" | "override" | "tripped";
const WORDS: Readonly<Record<Shape, string>> = {
  armed: "armed",
  alarmOnly: "alarm only",
  off: "off",
  override: "override",
  tripped: "tripped",
};

function shapeOf(device: MainDevice, readings: ArrayLike<number>): Shape {
  if (readings[signalIndex(`safety.${device}.overrideLeftS`)] > 0) return "override";
  if (readings[signalIndex(`safety.${device}.tripped`)] === 1) return "tripped";
  const mode = enumReading(readings, `safety.${device}.mode`);
  if (mode === "alarmStop") return "armed";
  return mode === "alarmOnly" ? "alarmOnly" : "off";
}

export function SafetyFoot({ feed }: { readonly feed: CaseFeed }) {
  const { readings } = useLatestFrame(feed);
  return (
    <ul class="bare safety-foot" aria-label="Safety devices">
      {MAIN_DEVICES.map((device) => {
        const shape = shapeOf(device, readings);
        return (
          <li key={device}>
            <svg class={`safety-shape ${shape}`} viewBox="0 0 16 16" aria-hidden="true">
              <SafetyShape shape={shape} />
            </svg>
            {NAMES[device]} {WORDS[shape]}
          </li>
        );
      })}
    </ul>
  );
}

export function SafetyShape({ shape }: { readonly shape: Shape }) {
  switch (shape) {
    case "armed":
      return (
        <>
          <circle cx="8" cy="8" r="7" fill="currentColor" />
          <path class="tick" d="M4.5 8.2 7 10.7l4.5-5" />
        </>
      );
    case "alarmOnly":
      return (
        <>
          <circle cx="8" cy="8" r="6.2" class="outline" />
          <path d="M8 1.8a6.2 6.2 0 0 0 0 12.4z" fill="currentColor" />
        </>
      );
    case "off":
      return (
        <>
          <circle cx="8" cy="8" r="6.2" class="outline" />
          <path class="outline" d="m3.6 12.4 8.8-8.8" />
        </>
      );
    case "override":
      return <path class="outline" d="m8 1.5 6.5 6.5L8 14.5 1.5 8z" stroke-dasharray="2.5 1.8" />;
    case "tripped":
      return <path d="M8 1 15.5 14.5h-15z" fill="currentColor" />;
  }
}
