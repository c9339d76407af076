/** Which keys there are, how to crank, and what the case is. */

import { KEY_SHEET } from "../../console/keySheet.ts";
import { describeState } from "../../description/state.ts";
import { useLatestFrame } from "../case/latestReadings.ts";
import { letterKeys, setLetterKeys } from "../case/letterKeys.ts";
import type { DrawerProps } from "./Drawers.tsx";

function Keys() {
  return (
    <>
      {KEY_SHEET.map(({ title, rows }) => (
        <section key={title} aria-label={`Keys: ${title}`}>
          <h3>Keys: {title.toLowerCase()}</h3>
          <dl>
            {rows.map(({ keys, does }) => (
              <div key={keys}>
                <dt>{keys}</dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <label class="help-letters">
        <input
          type="checkbox"
          checked={letterKeys.value}
          onChange={(event) => setLetterKeys(event.currentTarget.checked)}
        />
        <span>Single letters and digits are shortcuts</span>
      </label>
    </>
  );
}

export function HelpDrawer({ feed }: DrawerProps) {
  const { readings } = useLatestFrame(feed);
  return (
    <div class="help">
      <h3>This case</h3>
      <p>{feed.briefing.patientSummary}</p>
      <p>{feed.briefing.briefing}</p>
      <Keys />
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
      <h3>Now</h3>
      <p>{describeState(readings)}</p>
    </div>
  );
}
