/**
 * The console as the app mounts it: stage and twins in a host element, fed by frames and facts, with
 * acts going out. It owns no truth; taking it off and putting it on again loses nothing.
 */
import "./console.css";
import { STAGE_REGION } from "../tokens/regions.ts";
import { FACES } from "../tokens/type.ts";
import type { ActSink, CaseFact, CaseFeed } from "../session/contract/protocol.ts";
import type { TraineeAction } from "../world/contract/actions.ts";
import { anchorOfAct, anchorOfLook, thingOf } from "./anchors.ts";
import { BAYS } from "./bays.ts";
import type { DrawerName, Kit } from "./kit.ts";
import { Notices } from "./notices.ts";
import { Overlay } from "./overlay.ts";
import { paintGround } from "./paint/ground.ts";
import { addAlarmBar } from "./parts/alarms.ts";
import { addCircuit } from "./parts/circuit.ts";
import { addClamps } from "./parts/clamps.ts";
import { addCrankHand } from "./parts/crankHand.ts";
import { addCrankPanels } from "./parts/crankPanel.ts";
import { addGas, addWater } from "./parts/gasAndWater.ts";
import { addHandsTask } from "./parts/handsTask.ts";
import { addHeadMachines } from "./parts/headMachine.ts";
import { addHeadPanels } from "./parts/headPanel.ts";
import { addLineCorridors, addLineMenus } from "./parts/lineMenus.ts";
import { addLineNames } from "./parts/lineNames.ts";
import { addRail, type Rail } from "./parts/rail.ts";
import { addPower, addSafety } from "./parts/safetyAndPower.ts";
import { addTags } from "./parts/tags.ts";
import { addTimers } from "./parts/timers.ts";
import { addVessels } from "./parts/vessels.ts";
import { Popover } from "./popover.ts";
import { Readings } from "./readings.ts";
import { listenForShortcuts } from "./shortcuts.ts";
import { speakReadings } from "./spokenReadings.ts";
import { raiseStage, type Stage } from "./stage.ts";

export interface ConsoleOptions {
  /** A positioned element of the stage's size. */
  readonly host: HTMLElement;
  readonly feed: CaseFeed;
  readonly acts: ActSink;
  readonly renderer: "canvas" | "webgl";
  readonly reducedMotion: boolean;
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
  const stage = await raiseStage({ host: canvasHost, renderer: options.renderer });
  const overlay = new Overlay(frame);
  const stopFitting = keepFitting(options.host, frame, stage, overlay);
  const refused: ((action: TraineeAction) => void)[] = [];
  const kit: Kit = {
    stage,
    overlay,
    readings: new Readings(options.feed.latest()),
    notices: new Notices(overlay),
    popover: new Popover(overlay),
    briefing: options.feed.briefing,
    reducedMotion: options.reducedMotion,
    act: (action) => options.acts.act(action),
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
      stage.destroy();
      room.remove();
    },
  };
}

/** Parts in the order of tabbing: alarms, timers, heads, clamps, lines, vessels, panels, drawers. */
function addParts(kit: Kit, options: ConsoleOptions): { rail: Rail; stopListening: () => void } {
  kit.stage.plate({ ...STAGE_REGION, depth: 0, shows: () => "ground", paint: paintGround });
  addLineCorridors(kit);
  addAlarmBar(kit);
  addTimers(kit);
  const groups = new Map(BAYS.map((bay) => [bay.head as string, kit.overlay.group(bay.name)]));
  addHeadMachines(kit);
  addHeadPanels(kit, groups);
  const crank = addCrankHand(kit, groups);
  addCrankPanels(kit, crank, groups);
  addCircuit(kit);
  addLineNames(kit);
  const circuit = kit.overlay.group("Circuit");
  addLineMenus(kit, circuit);
  addVessels(kit, circuit);
  addTags(kit, circuit);
  addClamps(kit, circuit);
  addHandsTask(kit);
  addGas(kit);
  addWater(kit);
  addSafety(kit);
  addPower(kit);
  const rail = addRail(kit, (name) => options.onDrawer?.(name));
  speakReadings(kit);
  const stopListening = listenForShortcuts(kit, crank, groups);
  kit.overlay.sync();
  return { rail, stopListening };
}

/** Canvas and twins follow the host's size and the screen's pixel ratio. */
function keepFitting(
  host: HTMLElement,
  frame: HTMLElement,
  stage: Stage,
  overlay: Overlay,
): () => void {
  const fit = () => {
    const { width, height } = host.getBoundingClientRect();
    const scale = Math.min(width / STAGE_REGION.w, height / STAGE_REGION.h);
    if (!(scale > 0)) return;
    frame.style.left = `${(width - STAGE_REGION.w * scale) / 2}px`;
    frame.style.top = `${(height - STAGE_REGION.h * scale) / 2}px`;
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
    kit.notices.say("refused", anchorOfAct(fact.action), fact.sentence);
    if (!kit.reducedMotion) kit.stage.shake(thingOf(fact.action));
    for (const listener of refused) listener(fact.action);
  } else if (fact.type === "seen") {
    kit.notices.say("seen", anchorOfLook(fact.what), fact.sentence);
  } else if (fact.type === "taskDone") {
    kit.notices.say("done", { x: 529, y: 132 }, fact.sentence);
  }
}
