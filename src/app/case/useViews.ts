/** Mounts console, monitor and sound on the stage, each from its own chunk, and takes them off again. */
import { type RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { MountedConsole } from "../../console/mountConsole.ts";
import type { ActSink, CaseFeed } from "../../session/contract/protocol.ts";
import type { Sound } from "../../sound/mountSound.ts";
import type { SoundState } from "../../sound/soundHealth.ts";
import type { LayoutName } from "../../tokens/regions.ts";
import { FACES } from "../../tokens/type.ts";
import type { DrawerName } from "../drawers/drawerNames.ts";
import { lettersWork } from "./letterKeys.ts";
import { choosePicturesPerS, chooseRenderer } from "./rendererChoice.ts";

/** Loud enough to notice, with room to turn up. */
export const VOLUME_START = 0.8;

interface Mounted {
  destroy(): void;
}

export interface ViewsOptions {
  readonly consoleHost: RefObject<HTMLElement | null>;
  readonly monitorHost: RefObject<HTMLElement | null>;
  /** Undefined until there is a case to show. */
  readonly feed: CaseFeed | undefined;
  /** Another layout means other views. */
  readonly layout: LayoutName;
  readonly acts: ActSink;
  /** How many times faster than life the case runs. */
  readonly speed: () => number;
  readonly hasSound: boolean;
  readonly onDrawer: (name: DrawerName) => void;
  /** The drawer that stands open, for the console's rail. */
  readonly drawer: DrawerName | undefined;
  readonly onSoundState: (state: SoundState, sentence: string) => void;
  readonly onSound: (sound: Sound) => void;
}

/** Canvas text is drawn once with what is there, so the faces come first. */
async function loadFaces(): Promise<void> {
  const wanted = [500, 600, 700].map((weight) => `${weight} 16px ${FACES.machine}`);
  await Promise.all(wanted.map((font) => document.fonts.load(font)));
}

const prefersReducedMotion = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

async function mountViews(
  options: ViewsOptions & { readonly feed: CaseFeed },
  keep: (view: Mounted) => void,
): Promise<MountedConsole | undefined> {
  const { consoleHost, monitorHost, feed, layout, acts, speed, onDrawer } = options;
  // WebGL was seen to leave out parts of the small layout's turning rotors; Canvas draws them all.
  const renderer = layout === "compact" ? "canvas" : chooseRenderer(location.search);
  const reducedMotion = prefersReducedMotion();
  const [{ mountConsole }, { mountMonitor }] = await Promise.all([
    import("../../console/mountConsole.ts"),
    import("../../monitor/mountMonitor.ts"),
    loadFaces(),
  ]);
  if (consoleHost.current === null || monitorHost.current === null) return undefined;
  const [machine, monitor] = await Promise.all([
    mountConsole({
      host: consoleHost.current,
      feed,
      layout,
      acts,
      renderer,
      picturesPerS: choosePicturesPerS(location.search),
      reducedMotion,
      speed,
      lettersWork,
      onDrawer,
    }),
    mountMonitor({ host: monitorHost.current, feed, layout, renderer, reducedMotion }),
  ]);
  keep(machine);
  keep(monitor);
  if (options.hasSound) {
    addSound(options, keep).catch((error: unknown) => {
      console.error("No sound room.", error);
      options.onSoundState("failed", "The sounds of this case could not be loaded.");
    });
  }
  return machine;
}

async function addSound(
  { feed, onSoundState, onSound }: ViewsOptions & { readonly feed: CaseFeed },
  keep: (view: Mounted) => void,
): Promise<void> {
  const { mountSound } = await import("../../sound/mountSound.ts");
  const sound = mountSound({ feed, onSoundState, volume: VOLUME_START });
  keep(sound);
  onSound(sound);
}

export type ViewsState = "waiting" | "mounted" | "failed";

export function useViews(options: ViewsOptions): ViewsState {
  const [state, setState] = useState<ViewsState>("waiting");
  const { feed, layout, drawer } = options;
  const shown = useRef<MountedConsole>(undefined);
  const latestDrawer = useRef(drawer);
  useEffect(() => {
    latestDrawer.current = drawer;
    shown.current?.showDrawer(drawer);
  }, [drawer]);
  useEffect(() => {
    if (feed === undefined) return;
    let isGone = false;
    const views: Mounted[] = [];
    const keep = (view: Mounted) => {
      if (isGone) view.destroy();
      else views.push(view);
    };
    mountViews({ ...options, feed }, keep).then(
      (machine) => {
        if (isGone) return;
        shown.current = machine;
        machine?.showDrawer(latestDrawer.current);
        setState("mounted");
      },
      (error: unknown) => {
        if (isGone) return;
        console.error(error);
        setState("failed");
      },
    );
    return () => {
      isGone = true;
      shown.current = undefined;
      for (const view of views.splice(0)) view.destroy();
    };
    // The other options are refs and handlers of the same page; they mean no new views.
  }, [feed, layout]);
  return state;
}
