/** Blood samples: draw, see what is running and for how long, and read the results with their age. */
import { useState } from "preact/hooks";
import { SITE_TITLES, TEST_TITLES } from "../../description/names.ts";
import {
  SAMPLE_SITES,
  SAMPLE_TESTS,
  type SampleSite,
  type SampleTest,
  USUAL_DISCARD_ML,
} from "../../world/contract/samples.ts";
import { useLatestFrame } from "../case/latestReadings.ts";
import type { DrawerProps } from "./Drawers.tsx";
import { ResultTable } from "./ResultTable.tsx";
import { resultsOf, waitingOf } from "./sampleFacts.ts";
import { Toolbar } from "./Toolbar.tsx";

const TICKS_PER_S = 50;
/** What is drawn all the time has a key of its own; site, discard and other tests stand behind "More". */
const OTHER_TESTS = SAMPLE_TESTS.filter((test) => test !== "bloodGas");

interface SiteProps {
  readonly site: SampleSite;
  readonly choose: (site: SampleSite) => void;
}

function SiteChoice({ site, choose }: SiteProps) {
  return (
    <Toolbar class="key-row three" label="Draw from">
      {SAMPLE_SITES.map((one) => (
        <button
          key={one}
          type="button"
          class="key"
          aria-pressed={one === site}
          onClick={() => choose(one)}
        >
          {SITE_TITLES[one]}
        </button>
      ))}
    </Toolbar>
  );
}

interface DrawKeyProps {
  readonly say: string;
  readonly isReplay: boolean;
  readonly draw: () => void;
}

function DrawKey({ say, isReplay, draw }: DrawKeyProps) {
  return (
    <button type="button" class="key" disabled={isReplay} onClick={draw}>
      {say}
    </button>
  );
}

export function SamplesDrawer({ client, feed, act, isReplay }: DrawerProps) {
  const [site, setSite] = useState<SampleSite>("arterial");
  const [discards, setDiscards] = useState(true);
  const { tick } = useLatestFrame(feed);
  const facts = client.facts.value;
  const waiting = waitingOf(facts);
  const draw = (test: SampleTest, from: SampleSite) =>
    act({
      type: "sample.draw",
      test,
      site: from,
      discardMl: discards ? USUAL_DISCARD_ML : 0,
    });
  return (
    <div class="samples">
      <div class="key-row three">
        <DrawKey say="Arterial gas" isReplay={isReplay} draw={() => draw("bloodGas", "arterial")} />
        <DrawKey say="Venous gas" isReplay={isReplay} draw={() => draw("bloodGas", "venous")} />
        <DrawKey say="ACT" isReplay={isReplay} draw={() => draw("act", "arterial")} />
      </div>
      <details>
        <summary>More: site, discard, other tests</summary>
        <SiteChoice site={site} choose={setSite} />
        <label class="tick-line">
          <input
            type="checkbox"
            checked={discards}
            onChange={(event) => setDiscards(event.currentTarget.checked)}
          />
          <span>Throw the first {USUAL_DISCARD_ML} mL away</span>
        </label>
        <div class="key-row three">
          {OTHER_TESTS.map((test) => (
            <DrawKey
              key={test}
              say={TEST_TITLES[test]}
              isReplay={isReplay}
              draw={() => draw(test, site)}
            />
          ))}
        </div>
      </details>
      <ul class="bare sample-running" aria-label="Running">
        {waiting.map((one) => (
          <li key={`${one.test} ${one.tick}`}>
            <span>
              {TEST_TITLES[one.test]} <span class="soft">{SITE_TITLES[one.site]}</span>
            </span>
            <span class="mono">{Math.floor((tick - one.tick) / TICKS_PER_S)} s</span>
          </li>
        ))}
      </ul>
      <ResultTable results={resultsOf(facts)} tick={tick} />
    </div>
  );
}
