/** What the case is, which keys there are, and how to crank. */
import { describeState } from "../../description/state.ts";
import { useLatestFrame } from "../case/latestReadings.ts";
import type { DrawerProps } from "./Drawers.tsx";

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ["Tab", "next control; its name is read out"],
  ["F1 to F5", "STOP, head by head from the left"],
  ["Space", "STOP on the head in focus"],
  ["Arrows, Page up, Page down", "turn the knob in focus"],
  ["Digits, Enter", "type a value for the knob in focus"],
  ["Enter", "clamp or unclamp the line in focus"],
  ["C", "cover of the head in focus"],
  ["K", "crank on or off the head in focus"],
  ["J, L in turn", "half a turn of the crank each; Shift reverses"],
  ["Esc", "close the drawer"],
];

export function HelpDrawer({ feed }: DrawerProps) {
  const { readings } = useLatestFrame(feed);
  return (
    <div class="help">
      <h3>This case</h3>
      <p>{feed.briefing.patientSummary}</p>
      <p>{feed.briefing.briefing}</p>
      <h3>Now</h3>
      <p>{describeState(readings)}</p>
      <h3>To crank</h3>
      <ol>
        <li>Switch the failed head off and open its cover.</li>
        <li>Take the crank from its clip and put it on the hub: drag it, or tap clip, then hub.</li>
        <li>
          Drag the grip round along the arrow, tap Faster and Slower, or press J and L in turn.
          Every way gives the same rate: the arm sets the limit.
        </li>
        <li>Open the arterial clamp with the first forward turn of a roller, never against it.</li>
      </ol>
      <h3>Keys</h3>
      <dl>
        {KEYS.map(([keys, does]) => (
          <div key={keys}>
            <dt>{keys}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
