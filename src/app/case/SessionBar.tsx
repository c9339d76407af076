/** The top left band: name, notice, pause, and the menu with speed, rewind, hints, volume and end. */
import { useId, useState } from "preact/hooks";
import { ticksToS } from "../../kernel/tick.ts";
import { NOTICE } from "../../session/contract/notice.ts";
import type { CaseClient } from "./caseClient.ts";
import { HintKey } from "./HintKey.tsx";
import { NoSound } from "./NoSound.tsx";
import type { SoundDesk } from "./soundDesk.ts";
import { SpeedKeys } from "./Transport.tsx";
import { VolumeSlider } from "./VolumeSlider.tsx";

const SPEEDS = [0.5, 1, 2, 4] as const;
const REWINDS_S = [10, 30, 60] as const;

interface SessionBarProps {
  readonly client: CaseClient;
  readonly sound: SoundDesk;
}

export function SessionBar({ client, sound }: SessionBarProps) {
  const menuId = useId();
  const open = client.opened.value;
  const { running } = client.clock.value;
  const isPractice = open?.mode === "practice";
  return (
    <header class="session-bar" data-region="session">
      <div class="session-name">
        <div class="session-title">
          <strong>OnBypass</strong>
          <NoSound sound={sound} />
        </div>
        <span class="session-notice">{NOTICE}</span>
        {client.skippedMs.value > 0 && (
          <span class="session-gap" role="status">
            Clock stood {Math.round(client.skippedMs.value / 1000)} s
          </span>
        )}
      </div>
      {isPractice && (
        <button
          type="button"
          class="key square"
          aria-label={running ? "Pause" : "Go on"}
          onClick={() =>
            client.send(running ? { type: "pause", reason: "asked" } : { type: "run" })
          }
        >
          <span class={running ? "icon-pause" : "icon-play"} aria-hidden="true" />
        </button>
      )}
      <button type="button" class="key square" popoverTarget={menuId} aria-label="Session menu">
        <span class="icon-menu" aria-hidden="true" />
      </button>
      <SessionMenu id={menuId} client={client} sound={sound} isPractice={isPractice} />
    </header>
  );
}

interface SessionMenuProps {
  readonly id: string;
  readonly client: CaseClient;
  readonly sound: SoundDesk;
  readonly isPractice: boolean;
}

function SessionMenu({ id, client, sound, isPractice }: SessionMenuProps) {
  const { speed } = client.clock.value;
  const [isEnding, setIsEnding] = useState(false);
  const rewind = (seconds: number) => {
    const frame = client.feed().latest();
    const tick = Math.max(0, frame.tick - seconds / ticksToS(1));
    client.send({ type: "rewind", tick: Math.round(tick) });
  };
  return (
    <div id={id} popover="auto" class="session-menu panel">
      {isPractice && (
        <>
          <fieldset>
            <legend>Speed</legend>
            <div class="key-row">
              <SpeedKeys
                speeds={SPEEDS}
                speed={speed}
                onSpeed={(one) => client.send({ type: "setSpeed", speed: one })}
              />
            </div>
          </fieldset>
          <fieldset>
            <legend>Rewind (goes on in a new recording; this one is kept)</legend>
            <div class="key-row">
              {REWINDS_S.map((seconds) => (
                <button key={seconds} type="button" class="key" onClick={() => rewind(seconds)}>
                  {seconds} s
                </button>
              ))}
            </div>
          </fieldset>
          <HintKey client={client} />
        </>
      )}
      <VolumeSlider sound={sound} />
      {isEnding ? (
        <div class="key-row">
          <a class="key hard" href="#/">
            Leave the case
          </a>
          <button type="button" class="key" onClick={() => setIsEnding(false)}>
            Stay
          </button>
        </div>
      ) : (
        <button type="button" class="key" onClick={() => setIsEnding(true)}>
          Leave…
        </button>
      )}
      <p class="quiet small">What was played stays on this device, and you can go on with it.</p>
    </div>
  );
}
