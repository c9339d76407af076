/**
 * Beside a fitted crank: rate, what the arm can keep up, Faster and Slower, and in the knob's place
 * the key that hands the crank over. In practice the rate for the last set flow is marked.
 */
import { COLOURS } from "../../tokens/colours.ts";
import { BAYS, type Bay } from "../bays.ts";
import { fixed, minutesSeconds } from "../format.ts";
import { headFacts, TUBE_ML_PER_REV } from "../headFacts.ts";
import type { Kit } from "../kit.ts";
import { note, stepper } from "../menuItems.ts";
import type { Twin } from "../overlay.ts";
import { box, key, type Pen, stroke, text, textWidth } from "../paint/pen.ts";
import { CONTROL_PERIOD_MS } from "../plate.ts";
import type { Crank } from "./crankHand.ts";

const PANEL_DEPTH = 50;
const BAR_RPM_MAX = 150;
const CADENCE_STEP_RPM = 5;
const CADENCE_START_RPM = 30;
const HELPER_DEFAULT_RPM = 60;

export interface Cadence {
  /** Forward rate asked of whoever turns, rpm; negative is backward. */
  readonly get: () => number;
  readonly set: (rpm: number) => void;
  readonly step: (direction: 1 | -1) => void;
}

export function addCrankPanels(
  kit: Kit,
  crank: Crank,
  groups: ReadonlyMap<string, HTMLElement>,
): Cadence {
  const cadence = cadenceOf(kit, crank);
  for (const bay of BAYS) addPanel(kit, bay, crank, cadence, groups.get(bay.head) as HTMLElement);
  return cadence;
}

/** The rate asked for: kept up by the console for the trainee, asked of the helper when they turn. */
function cadenceOf(kit: Kit, crank: Crank): Cadence {
  let helperRpm = HELPER_DEFAULT_RPM;
  const byHelper = () => kit.readings.word("crank.cranker") === "helper";
  const get = () => (byHelper() ? helperRpm : crank.input.cadenceRpm * crank.forwardSign());
  const set = (rpm: number) => {
    if (!byHelper()) {
      crank.input.setCadence(rpm * crank.forwardSign());
      return;
    }
    helperRpm = Math.min(150, Math.max(0, rpm));
    kit.act({ type: "crank.handOver", to: "helper", rpm: helperRpm });
  };
  return {
    get,
    set,
    step: (direction) => {
      const from =
        get() || (byHelper() ? 0 : Math.round((kit.readings.number("crank.rateRpm") || 0) / 5) * 5);
      const next = from + direction * CADENCE_STEP_RPM;
      if (direction > 0) set(from < CADENCE_START_RPM ? CADENCE_START_RPM : next);
      else set(next < CADENCE_START_RPM ? 0 : next);
    },
  };
}

/** The rate that gives the last set flow on this head; nothing in an exam. */
function aimRpm({ briefing, readings }: Kit, bay: Bay): number {
  if (briefing.mode !== "practice") return 0;
  const set = headFacts(readings, "arterial");
  const here = headFacts(readings, bay.head);
  if (here.type === "centrifugal" || set.type === "centrifugal") return 0;
  return (set.setRpm * TUBE_ML_PER_REV[set.tube]) / TUBE_ML_PER_REV[here.tube];
}

function addPanel(kit: Kit, bay: Bay, crank: Crank, cadence: Cadence, group: HTMLElement): void {
  const { overlay, stage, readings } = kit;
  const { x } = bay.plate;
  const shown = () => crank.fitted()?.head === bay.head;
  const byHelper = () => readings.word("crank.cranker") === "helper";
  const rate = () => readings.number("crank.rateRpm");
  overlay.button({
    region: { x, y: 640, w: 76, h: 40 },
    group,
    name: () => `Crank rate ${fixed(rate(), 0)} rpm, type a rate`,
    shown,
    opensMenu: true,
    press: (opener) => openRate(kit, bay, cadence, opener),
  });
  const faster = overlay.button({
    region: { x, y: 682, w: 74, h: 44 },
    group,
    name: () => "Crank faster",
    shown,
    press: () => cadence.step(1),
  });
  const slower = overlay.button({
    region: { x, y: 730, w: 74, h: 44 },
    group,
    name: () => "Crank slower",
    shown,
    press: () => cadence.step(-1),
  });
  const give = overlay.button({
    region: { x: bay.key.x, y: 786, w: bay.key.w, h: 54 },
    group,
    name: () => (byHelper() ? "Take the crank back" : "Hand over crank"),
    shown,
    press: () => {
      const rpm = Math.min(150, Math.round(Math.abs(rate()) || HELPER_DEFAULT_RPM));
      kit.act({ type: "crank.handOver", to: byHelper() ? "trainee" : "helper", rpm });
    },
  });
  const look = () => [
    shown(),
    fixed(rate(), 0),
    fixed(readings.number("crank.rateMaxRpm"), 0),
    fixed(cadence.get(), 0),
    fixed(aimRpm(kit, bay), 0),
  ];
  stage.plate({
    x: x - 2,
    y: 644,
    w: 80,
    h: 134,
    depth: PANEL_DEPTH,
    everyMs: 120,
    thing: "crank",
    shows: () => [...look(), faster.state(), slower.state()].join(),
    paint: (pen) => {
      if (shown()) paintPanel(kit, pen, bay, cadence.get(), { faster, slower });
    },
  });
  const since = () => minutesSeconds(readings.number("crank.turningS"));
  stage.plate({
    x: bay.key.x - 2,
    y: 784,
    w: bay.key.w + 4,
    h: 58,
    depth: PANEL_DEPTH,
    everyMs: CONTROL_PERIOD_MS,
    shows: () => `${shown()}${since()}${byHelper()}${give.state()}`,
    paint: (pen) => {
      if (!shown()) return;
      const down = key(pen, bay.key.x, 788, bay.key.w, 50, {
        hard: true,
        pressed: give.state() === "down",
      });
      const middle = bay.key.x + bay.key.w / 2;
      text(pen, byHelper() ? "Take back" : "Hand over", middle, 808 + down, {
        size: 12.5,
        weight: 600,
        align: "center",
        colour: COLOURS.hardink,
      });
      text(pen, since(), middle, 828 + down, {
        size: 17,
        weight: 600,
        align: "center",
        colour: COLOURS.hardink,
      });
    },
  });
}

function paintPanel(
  kit: Kit,
  pen: Pen,
  bay: Bay,
  asked: number,
  keys: { faster: Twin; slower: Twin },
): void {
  const { x } = bay.plate;
  const { readings } = kit;
  const rate = readings.number("crank.rateRpm");
  const rateMax = readings.number("crank.rateMaxRpm");
  const aim = aimRpm(kit, bay);
  const words = fixed(rate, 0);
  text(pen, words, x, 661, { size: 18, weight: 600 });
  text(pen, "rpm", x + textWidth(pen, words, { size: 18, weight: 600 }) + 3, 661, {
    size: 12.5,
    colour: COLOURS.t2,
  });
  if (aim > 0)
    text(pen, `/ ${fixed(aim, 0)}`, x + 74, 661, { size: 13, align: "right", colour: COLOURS.t2 });
  const along = (rpm: number) => x + (Math.min(BAR_RPM_MAX, Math.max(0, rpm)) / BAR_RPM_MAX) * 74;
  box(pen, x, 668, 74, 6, { radius: 3, fill: COLOURS.glass });
  const limit = along(rateMax);
  if (limit < x + 74) box(pen, limit, 668, x + 74 - limit, 6, { radius: 2, fill: COLOURS.edge2 });
  const atLimit = Math.abs(rate) > rateMax * 0.97 && rateMax > 0;
  if (Math.abs(rate) > 1) {
    box(pen, x, 668, along(Math.abs(rate)) - x, 6, {
      radius: 3,
      fill: atLimit ? COLOURS.med : rate < 0 ? COLOURS.cvp : COLOURS.t1,
    });
  }
  if (aim > 0) stroke(pen, `M${along(aim)} 665V677`, COLOURS.accent, 2, { cap: "butt" });
  const press = (twin: Twin, y: number, words: string, note: string) => {
    const down = key(pen, x, y, 74, 44, {
      pressed: twin.state() === "down",
      hover: twin.state() === "hover",
    });
    text(pen, words, x + 37, y + (note ? 21 : 27) + down, {
      size: 14,
      weight: 600,
      align: "center",
    });
    if (note)
      text(pen, note, x + 37, y + 37 + down, { size: 12, align: "center", colour: COLOURS.t2 });
  };
  press(keys.faster, 682, "Faster", asked !== 0 ? `set ${fixed(asked, 0)}` : "");
  press(keys.slower, 730, "Slower", "");
}

function openRate(kit: Kit, bay: Bay, cadence: Cadence, opener: HTMLElement): void {
  kit.popover.open({
    name: "Crank rate",
    at: { x: bay.plate.x + 60, y: 660 },
    opener,
    build: (body) => {
      stepper(body, {
        name: "Crank rate",
        unit: "rpm",
        min: -120,
        max: 150,
        step: 5,
        decimals: 0,
        value: cadence.get,
        set: cadence.set,
      });
      note(
        body,
        "A rate below zero turns backward. J and L turn half a turn each, Shift backward.",
      );
    },
  });
}
