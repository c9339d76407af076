/**
 * The console as the app mounts it: stage and twins in a host element, fed by frames and facts, with
 * acts going out. It owns no truth; taking it off and putting it on again loses nothing.
 */
import "./console.css";
import type { ActSink, CaseFact, CaseFeed } from "../session/contract/protocol.ts";
import type { LayoutName } from "../tokens/regions.ts";
import { FACES } from "../tokens/type.ts";
import type { TraineeAction } from "../world/contract/actions.ts";
import { anchorOfAct, anchorOfLook, thingOf } from "./anchors.ts";
import type { DrawerName, Kit } from "./kit.ts";
import type { ConsoleLayout } from "./layout/consoleLayout.ts";
import { CONSOLE_LAYOUTS } from "./layout/layouts.ts";
import { LivePanels } from "./livePanels.ts";
import { Notices } from "./notices.ts";
import { Overlay } from "./overlay.ts";
import { paintGround } from "./paint/ground.ts";
import { addAlarmBar } from "./parts/alarms.ts";
import { addAwayNote } from "./parts/awayNote.ts";
import { addCircuit } from "./parts/circuit.ts";
import { addClamps } from "./parts/clamps.ts";
import { addCrankHand } from "./parts/crankHand.ts";
import { addCrankPanels } from "./parts/crankPanel.ts";
import { addGas } from "./parts/gas.ts";
import { addHandsTask } from "./parts/handsTask.ts";
import { addHeadMachines } from "./parts/headMachine.ts";
import { addHeadPanels } from "./parts/headPanel.ts";
import { addLineCorridors, addLineMenus } from "./parts/lineMenus.ts";
import { addLineNames } from "./parts/lineNames.ts";
import { addPanelKeys } from "./parts/panelKeys.ts";
import { addPower } from "./parts/power.ts";
import { addRail, type Rail } from "./parts/rail.ts";
import { addSafety } from "./parts/safety.ts";
import { addTags } from "./parts/tags.ts";
import { addTimers } from "./parts/timers.ts";
import { addVessels } from "./parts/vessels.ts";
import { addWater } from "./parts/water.ts";
import { Popover } from "./popover.ts";
import { Readings } from "./readings.ts";
import { listenForRegionKeys } from "./regionKeys.ts";
import { listenForShortcuts } from "./shortcuts.ts";
import { speakReadings } from "./spokenReadings.ts";
import { raiseStage, type Stage } from "./stage.ts";

export interface ConsoleOptions {
  /** A positioned element of the stage's size. */
  readonly host: HTMLElement;
  readonly feed: CaseFeed;
  readonly acts: ActSink;
  /** Chosen by the width of the window; another one needs another mount. */
  readonly layout?: LayoutName;
  readonly renderer: "canvas" | "webgl";
  /** At most so many pictures a second; as many as the display shows without. */
  readonly picturesPerS?: number | undefined;
  readonly reducedMotion: boolean;
  /** How many times faster than life the case runs. */
  readonly speed: () => number;
  /** Whether letters and digits are shortcuts just now. */
  readonly lettersWork?: () => boolean;
  /** A key of the drawer rail was pressed. */
  readonly onDrawer?: (name: DrawerName) => void;
}

export interface MountedConsole {
  /** Frame the rail key of the drawer that stands open. */
  showDrawer(name: DrawerName | undefined): void;
  destroy(): void;
}

const SYNC_PERIOD_MS = 100;

async function loadFaces(): Promise<void> {
  const weights = [500, 600, 700].map((weight) => `${weight} 16px ${FACES.machine}`);
  await Promise.all(
    [...weights, `600 16px ${FACES.page}`].map((font) => document.fonts.load(font)),
  );
}

export async function mountConsole(options: ConsoleOptions): Promise<MountedConsole> {
  await loadFaces();
  const room = document.createElement("div");
  room.className = "console-stage";
  const frame = document.createElement("div");
  frame.className = "console-frame";
  const canvasHost = document.createElement("div");
  canvasHost.className = "console-canvas";
  frame.append(canvasHost);
  room.append(frame);
  options.host.append(room);
  const layout = CONSOLE_LAYOUTS[options.layout ?? "wide"];
  const stage = await raiseStage({
    region: layout.regions.stage,
    host: canvasHost,
    renderer: options.renderer,
    picturesPerS: options.picturesPerS,
  });
  const overlay = new Overlay(frame, layout.regions.stage);
  const stopFitting = keepFitting(options.host, frame, { layout, stage, overlay });
  const refused: ((action: TraineeAction) => void)[] = [];
  const kit: Kit = {
    layout,
    panels: new LivePanels(layout),
    stage,
    overlay,
    readings: new Readings(options.feed.latest()),
    notices: new Notices(overlay, layout.regions),
    popover: new Popover(overlay, layout),
    briefing: options.feed.briefing,
    reducedMotion: options.reducedMotion,
    speed: options.speed,
    act: (action) => options.acts.act(action),
    openDrawer: (name) => {
      kit.panels.close(false);
      options.onDrawer?.(name);
    },
    onRefused: (listener) => refused.push(listener),
  };
  const { rail, stopListening } = addParts(kit, options);
  let syncedAtMs = 0;
  stage.onFrame((nowMs) => {
    if (nowMs - syncedAtMs < SYNC_PERIOD_MS) return;
    syncedAtMs = nowMs;
    overlay.sync();
  });
  const stopFrames = options.feed.onFrame((next) => kit.readings.take(next));
  const stopFacts = options.feed.onFact((fact) => answer(kit, fact, refused));
  return {
    showDrawer: (name) => rail.show(name),
    destroy: () => {
      for (const stop of [stopFrames, stopFacts, stopFitting, stopListening]) stop();
      kit.notices.destroy();
      kit.popover.destroy();
      kit.panels.destroy();
      stage.destroy();
      room.remove();
    },
  };
}

/** Parts in the order of tabbing: alarms, timers, heads, clamps, lines, vessels, panels, drawers. */
function addParts(kit: Kit, options: ConsoleOptions): { rail: Rail; stopListening: () => void } {
  const { layout, overlay } = kit;
  kit.stage.plate({
    ...layout.regions.stage,
    depth: 0,
    shows: () => "ground",
    paint: (pen) => paintGround(pen, layout),
  });
  addLineCorridors(kit);
  overlay.region("Alarms and timers");
  addAlarmBar(kit);
  addTimers(kit);
  overlay.region("Pump heads");
  const groups = new Map(layout.bays.map((bay) => [bay.head as string, overlay.group(bay.name)]));
  addHeadMachines(kit);
  addHeadPanels(kit, groups);
  const crank = addCrankHand(kit, groups);
  addCrankPanels(kit, crank, groups);
  addCircuit(kit);
  addLineNames(kit);
  overlay.region("Circuit");
  addLineMenus(kit, overlay.group("Lines"));
  addVessels(kit, overlay.group("Reservoir and oxygenator"));
  addTags(kit, overlay.group("Sensors"));
  addClamps(kit, overlay.group("Clamps"));
  addHandsTask(kit);
  addAwayNote(kit);
  // Keys of panels come before those of drawers, and close what these opened.
  const drawers: { rail?: Rail } = {};
  overlay.region("Panels");
  addPanelKeys(kit, () => drawers.rail?.close());
  addGas(kit);
  addWater(kit);
  addSafety(kit);
  addPower(kit);
  overlay.region("Drawer keys");
  const rail = addRail(kit, (name) => options.onDrawer?.(name));
  drawers.rail = rail;
  speakReadings(kit);
  const { lettersWork = () => true } = options;
  const stops = [listenForShortcuts(kit, crank, { groups, lettersWork }), listenForRegionKeys()];
  kit.overlay.sync();
  return { rail, stopListening: () => stops.forEach((stop) => stop()) };
}

/** Canvas and twins follow the host's size and the screen's pixel ratio. */
function keepFitting(
  host: HTMLElement,
  frame: HTMLElement,
  { layout, stage, overlay }: { layout: ConsoleLayout; stage: Stage; overlay: Overlay },
): () => void {
  const { w, h } = layout.regions.stage;
  const fit = () => {
    const { width, height } = host.getBoundingClientRect();
    const scale = Math.min(width / w, height / h);
    if (!(scale > 0)) return;
    frame.style.left = `${(width - w * scale) / 2}px`;
    frame.style.top = `${(height - h * scale) / 2}px`;
    stage.resize(width, height, window.devicePixelRatio || 1);
    overlay.resize(scale);
  };
  const observer = new ResizeObserver(fit);
  observer.observe(host);
  fit();
  return () => observer.disconnect();
}

/** What the machine answers: refusals shake the thing and say why; looks say what is seen. */
function answer(
  kit: Kit,
  fact: CaseFact,
  refused: readonly ((action: TraineeAction) => void)[],
): void {
  if (fact.type === "refused") {
    kit.notices.say("refused", anchorOfAct(kit.layout, fact.action), fact.sentence);
    if (!kit.reducedMotion) kit.stage.shake(thingOf(fact.action));
    for (const listener of refused) listener(fact.action);
  } else if (fact.type === "seen") {
    kit.notices.say("seen", anchorOfLook(kit.layout, fact.what), fact.sentence);
  } else if (fact.type === "taskDone") {
    kit.notices.say("done", kit.layout.doneAt, fact.sentence);
  }
}
