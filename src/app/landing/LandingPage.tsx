/** The first page: what this is, a case to start, the runs kept on this device, a recording to take in. */
import "../styles/landing.css";
import { useEffect, useState } from "preact/hooks";
import { prepareWorker } from "../case/spareWorker.ts";
import {
  type Catalogue,
  currentEngineHash,
  loadCatalogue,
  type OfferedLimits,
} from "../catalogue.ts";
import { lookForUpdate } from "../offline/startOffline.ts";
import { PageHead } from "../PageHead.tsx";
import { AskedForElsewhere } from "./AskedForElsewhere.tsx";
import { ImportRecording } from "./ImportRecording.tsx";
import { KeptRuns } from "./KeptRuns.tsx";
import { OfflineNote } from "./OfflineNote.tsx";
import { OwnScenarios } from "./OwnScenarios.tsx";
import { keptLimits } from "./ownLimits.ts";
import { prefetchConsole } from "./prefetchConsole.ts";
import { StartForm } from "./StartForm.tsx";
import type { OwnScenario } from "./takeScenario.ts";

interface Offer extends Catalogue {
  readonly engineHash: string;
}

export function LandingPage() {
  const [offer, setOffer] = useState<Offer>();
  const [failure, setFailure] = useState<string>();
  const emergencies = offer?.scenarios.filter(({ kind }) => kind === "emergency") ?? [];
  const [own, setOwn] = useState<OwnScenario>();
  const [ownLimits, setOwnLimits] = useState<OfferedLimits | undefined>(keptLimits);
  const [runsVersion, setRunsVersion] = useState(0);

  useEffect(() => {
    Promise.all([loadCatalogue(), currentEngineHash()]).then(
      ([catalogue, engineHash]) => setOffer({ ...catalogue, engineHash }),
      (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    );
    prepareWorker();
    prefetchConsole();
    void lookForUpdate();
  }, []);

  return (
    <>
      <PageHead>
        <a class="key plain" href="#/modules">
          Guided modules
        </a>
        <a class="key plain" href="#/join">
          Join a session
        </a>
        <a class="key plain" href="#/account">
          Account
        </a>
      </PageHead>
      <main class="landing">
        <section class="intro">
          <h1>You are running the heart-lung machine.</h1>
          <p class="soft">
            The heart is stopped and the patient depends on your pump. Take over the case, deal with
            what happens, and see afterwards what you did, when, and why it mattered. New to it?
            Begin with <a href="#/modules">a guided first bypass</a>.
          </p>
        </section>
        <section class="panel start" aria-labelledby="start-title">
          <h2 id="start-title">Start a case</h2>
          {failure !== undefined && (
            <div class="problem" role="alert">
              <p>The scenarios did not load.</p>
              <p class="soft">Check that the server is running, then reload. ({failure})</p>
            </div>
          )}
          {failure === undefined && offer === undefined && <p class="quiet">Loading scenarios…</p>}
          {offer && (
            <AskedForElsewhere
              offered={offer.scenarios}
              composed={[...offer.compositions, ...offer.theatreLists].map(({ id }) => id)}
            />
          )}
          {offer && (
            <StartForm
              key={own?.listed.id}
              scenarios={own ? [own.listed, ...emergencies] : emergencies}
              compositions={offer.compositions}
              theatreLists={offer.theatreLists}
              own={own}
              engineHash={offer.engineHash}
              limitProfiles={ownLimits ? [ownLimits, ...offer.limitProfiles] : offer.limitProfiles}
            />
          )}
        </section>
        <div class="aside">
          <KeptRuns version={runsVersion} onChange={() => setRunsVersion(runsVersion + 1)} />
          <ImportRecording />
          {offer && (
            <OwnScenarios scenarios={offer.scenarios} onTaken={setOwn} onLimits={setOwnLimits} />
          )}
          <OfflineNote />
        </div>
      </main>
    </>
  );
}
