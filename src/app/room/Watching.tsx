/** The case as it is played elsewhere: the whole console, what the trainee does, the log, and the panel. */
import { useEffect, useState } from "preact/hooks";
import type { CaseClient } from "../case/caseClient.ts";
import { Stage } from "../case/Stage.tsx";
import { Journal } from "./Journal.tsx";
import type { Opening } from "./opening.ts";
import { SupervisorPanel } from "./SupervisorPanel.tsx";
import { TraineeDoes } from "./TraineeDoes.tsx";

interface WatchingProps {
  readonly client: CaseClient;
  readonly opening: Opening;
  readonly onDebrief: () => void;
}

const SIDE_PX = { wide: 440, narrow: 384 } as const;
const NARROW_PX = 1280;
const FOOT_PX_MIN = 172;
/** Of the compact stage, which a watcher's window shows. */
const STAGE_ASPECT = 768 / 1024;

/** The side takes its width; what the stage leaves of the height is the foot's. */
function roomAround() {
  const sidePx = innerWidth < NARROW_PX ? SIDE_PX.narrow : SIDE_PX.wide;
  const stagePx = Math.round((innerWidth - sidePx) * STAGE_ASPECT);
  return { sidePx, footPx: Math.max(FOOT_PX_MIN, innerHeight - stagePx) };
}

function useRoomAround() {
  const [room, setRoom] = useState(roomAround);
  useEffect(() => {
    const measure = () => setRoom(roomAround());
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, []);
  return room;
}

export function Watching({ client, opening, onDebrief }: WatchingProps) {
  const { sidePx, footPx } = useRoomAround();
  const isSupervisor = opening.role === "supervisor";
  return (
    <>
      <Stage
        client={client}
        isReplay={true}
        sidePx={sidePx}
        footPx={footPx}
        onShown={() => undefined}
        bar={() => (
          <header class="session-bar">
            <div class="session-name">
              <strong>{isSupervisor ? "You supervise" : "You watch"}</strong>
              <span class="session-notice">Training simulator. Not for clinical use.</span>
            </div>
          </header>
        )}
      />
      <div class="watch-foot" style={{ right: `${sidePx}px`, height: `${footPx}px` }}>
        <TraineeDoes facts={client.facts.value} />
        <Journal lines={client.session.journal.value} />
      </div>
      <SupervisorPanel client={client} opening={opening} widthPx={sidePx} onDebrief={onDebrief} />
    </>
  );
}
