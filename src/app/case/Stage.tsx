/**
 * The stage scaled to the window, 1440 × 900 or 1024 × 768. Console and monitor draw in their own boxes
 * at device resolution; what is made of DOM lies above them in design pixels and is scaled as one.
 */
import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Region, STAGE_REGIONS } from "../../tokens/regions.ts";
import type { TraineeAction } from "../../world/contract/actions.ts";
import { Drawers } from "../drawers/Drawers.tsx";
import type { DrawerName } from "../drawers/drawerNames.ts";
import type { CaseClient } from "./caseClient.ts";
import { SOUND_AT_START, type SoundDesk } from "./soundDesk.ts";
import { useStageFit } from "./useStageFit.ts";
import { useViews } from "./useViews.ts";

interface StageProps {
  readonly client: CaseClient;
  /** Shows a recording: no act is taken, and nothing sounds. */
  readonly isReplay: boolean;
  readonly bar: (sound: SoundDesk) => ComponentChildren;
  readonly onShown: () => void;
  /** Height kept free under the stage, in px. */
  readonly footPx?: number;
  /** Width kept free beside it, in px. */
  readonly sidePx?: number;
  readonly children?: ComponentChildren;
}

export function Stage({
  client,
  isReplay,
  bar,
  onShown,
  footPx = 0,
  sidePx = 0,
  children,
}: StageProps) {
  const fit = useStageFit(footPx, sidePx);
  const { layout, scale } = fit;
  // A watcher reads; only who works the console needs it large.
  const isTooSmall = fit.isTooSmall && sidePx === 0;
  const { stage, monitor } = STAGE_REGIONS[layout];
  const consoleHost = useRef<HTMLDivElement>(null);
  const monitorHost = useRef<HTMLDivElement>(null);
  const [drawer, setDrawer] = useState<DrawerName>();
  const [sound, setSound] = useState<SoundDesk>(SOUND_AT_START);
  const isOpen = client.opened.value !== undefined;
  const feed = useMemo(() => (isOpen ? client.feed() : undefined), [client, isOpen]);
  const act = useCallback(
    (action: TraineeAction) => {
      if (!isReplay) client.send({ type: "act", action });
    },
    [client, isReplay],
  );
  const onDrawer = useCallback((name: DrawerName) => {
    setDrawer((shown) => (shown === name ? undefined : name));
  }, []);
  const views = useViews({
    consoleHost,
    monitorHost,
    feed,
    layout,
    acts: useMemo(() => ({ act }), [act]),
    speed: useCallback(() => client.clock.value.speed, [client]),
    hasSound: !isReplay,
    onDrawer,
    drawer,
    onSoundState: (state, sentence) => setSound((desk) => ({ ...desk, state, sentence })),
    onSound: (mounted) => setSound((desk) => ({ ...desk, mounted })),
  });
  useEffect(() => {
    if (views === "mounted") onShown();
  }, [views]);

  const box = (region: Region) => ({
    left: `${region.x * scale}px`,
    top: `${region.y * scale}px`,
    width: `${region.w * scale}px`,
    height: `${region.h * scale}px`,
  });
  return (
    <main class="stage-room" style={{ bottom: `${footPx}px`, right: `${sidePx}px` }}>
      <h1 class="visually-hidden">{client.opened.value?.briefing.scenarioTitle ?? "Case"}</h1>
      {isTooSmall && (
        <div class="too-small" role="status">
          <p>Turn the device, or use a larger screen.</p>
          <p class="soft">
            The console needs a window at least 864 pixels wide and 540 high. The case waits.
          </p>
        </div>
      )}
      <div
        class={isReplay ? "stage" : "stage played"}
        style={{ width: `${stage.w * scale}px`, height: `${stage.h * scale}px` }}
        hidden={isTooSmall}
      >
        <div ref={consoleHost} class="stage-host" style={box(stage)} />
        <div ref={monitorHost} class="stage-host monitor" style={box(monitor)} />
        <div class={`stage-layer ${layout}`} style={{ transform: `scale(${scale})` }}>
          {bar(sound)}
          {feed && (
            <Drawers
              shown={drawer}
              client={client}
              feed={feed}
              act={act}
              isReplay={isReplay}
              onClose={() => setDrawer(undefined)}
            />
          )}
          {views === "waiting" && <p class="stage-wait">Preparing the machine…</p>}
          {views === "failed" && (
            <p class="stage-wait problem" role="alert">
              The console could not be drawn. Reload the page; what was played is kept.
            </p>
          )}
          {children}
        </div>
      </div>
    </main>
  );
}
