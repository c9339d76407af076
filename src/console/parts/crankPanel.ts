/**
 * Beside a fitted crank: rate, what the arm can keep up, Faster and Slower, and in the knob's place
 * the key that hands the crank over. In practice the rate for the last set flow is marked.
 */
import { COLOURS } from "../../tokens/colours.ts";
import type { Region } from "../../tokens/regions.ts";
import { fixed, minutesSeconds } from "../format.ts";
import { headFacts } from "../headFacts.ts";
import type { Kit } from "../kit.ts";
import type { Bay } from "../layout/consoleLayout.ts";
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
  for (const bay of kit.layout.bays)
    addPanel(kit, bay, crank, cadence, groups.get(bay.head) as HTMLElement);
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

/** The rate that gives the last set flow on this head; nothing in an exam or a drill. */
function aimRpm({ briefing, readings }: Kit, bay: Bay): number {
  if (briefing.mode !== "practice") return 0;
  const set = headFacts(readings, "arterial");
  const here = headFacts(readings, bay.head);
  if (here.type === "centrifugal" || set.type === "centrifugal") return 0;
  return (set.setRpm * set.strokeMl) / here.strokeMl;
}

function addPanel(kit: Kit, bay: Bay, crank: Crank, cadence: Cadence, group: HTMLElement): void {
  const { overlay, stage, readings } = kit;
  const place = bay.crankPanel;
  const shown = () => crank.fitted()?.head === bay.head;
  const byHelper = () => readings.word("crank.cranker") === "helper";
  const rate = () => readings.number("crank.rateRpm");
  overlay.button({
    region: place.rateHit,
    group,
    name: () => `Crank rate ${fixed(rate(), 0)} rpm, type a rate`,
    shown,
    opensMenu: true,
    press: (opener) => openRate(kit, bay, cadence, opener),
  });
  const faster = overlay.button({
    region: place.faster,
    group,
    name: () => "Crank faster",
    shown,
    press: () => cadence.step(1),
  });
  const slower = overlay.button({
    region: place.slower,
    group,
    name: () => "Crank slower",
    shown,
    press: () => cadence.step(-1),
  });
  const give = overlay.button({
    region: { ...place.handOver, y: place.handOver.y - 2, h: place.handOver.h + 4 },
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
    x: place.region.x - 2,
    y: place.region.y,
    w: place.region.w + 4,
    h: place.region.h + 3,
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
    x: place.handOver.x - 2,
    y: place.handOver.y - 4,
    w: place.handOver.w + 4,
    h: place.handOver.h + 8,
    depth: PANEL_DEPTH,
    everyMs: CONTROL_PERIOD_MS,
    shows: () => `${shown()}${since()}${byHelper()}${give.state()}`,
    paint: (pen) => {
      if (!shown()) return;
      const { x, y, w, h } = place.handOver;
      const down = key(pen, x, y, w, h, {
        hard: true,
        pressed: give.state() === "down",
      });
      const middle = x + w / 2;
      text(pen, byHelper() ? "Take back" : "Hand over", middle, y + 20 + down, {
        size: 12.5,
        weight: 600,
        align: "center",
        colour: COLOURS.hardink,
      });
      text(pen, since(), middle, y + 40 + down, {
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
  const { rateBaselineY, region, faster, slower } = bay.crankPanel;
  const { readings } = kit;
  const rate = readings.number("crank.rateRpm");
  const aim = aimRpm(kit, bay);
  const words = fixed(rate, 0);
  const right = faster.x + faster.w;
  const hasRoom = faster.w > 60;
  const number = { size: hasRoom ? 18 : 16, weight: 600 } as const;
  text(pen, words, region.x, rateBaselineY, number);
  if (hasRoom || aim <= 0)
    text(pen, "rpm", region.x + textWidth(pen, words, number) + 3, rateBaselineY, {
      size: 12.5,
      colour: COLOURS.t2,
    });
  if (aim > 0) {
    const style = { size: 13, align: "right", colour: COLOURS.t2 } as const;
    text(pen, `/ ${fixed(aim, 0)}`, right, rateBaselineY, style);
  }
  paintRateBar(kit, pen, bay, aim);
  pressKey(pen, keys.faster, faster, "Faster", asked !== 0 ? `set ${fixed(asked, 0)}` : "");
  pressKey(pen, keys.slower, slower, "Slower", "");
}

/** The rate along 0 to 150 rpm, what the arm cannot keep up, and the aim. */
function paintRateBar({ readings }: Kit, pen: Pen, bay: Bay, aim: number): void {
  const { barY, faster } = bay.crankPanel;
  if (barY === undefined) return;
  const { x, w } = faster;
  const rate = readings.number("crank.rateRpm");
  const rateMax = readings.number("crank.rateMaxRpm");
  const along = (rpm: number) => x + (Math.min(BAR_RPM_MAX, Math.max(0, rpm)) / BAR_RPM_MAX) * w;
  box(pen, x, barY, w, 6, { radius: 3, fill: COLOURS.glass });
  const limit = along(rateMax);
  if (limit < x + w) box(pen, limit, barY, x + w - limit, 6, { radius: 2, fill: COLOURS.edge2 });
  const atLimit = Math.abs(rate) > rateMax * 0.97 && rateMax > 0;
  if (Math.abs(rate) > 1) {
    box(pen, x, barY, along(Math.abs(rate)) - x, 6, {
      radius: 3,
      fill: atLimit ? COLOURS.med : rate < 0 ? COLOURS.cvp : COLOURS.t1,
    });
  }
  if (aim > 0)
    stroke(pen, `M${along(aim)} ${barY - 3}V${barY + 9}`, COLOURS.accent, 2, { cap: "butt" });
}

function pressKey(pen: Pen, twin: Twin, region: Region, words: string, below: string): void {
  const { x, y, w, h } = region;
  const down = key(pen, x, y, w, h, {
    pressed: twin.state() === "down",
    hover: twin.state() === "hover",
  });
  const middle = x + w / 2;
  text(pen, words, middle, y + (below ? 21 : 27) + down, {
    size: 14,
    weight: 600,
    align: "center",
  });
  if (below)
    text(pen, below, middle, y + 37 + down, { size: 12, align: "center", colour: COLOURS.t2 });
}

function openRate(kit: Kit, bay: Bay, cadence: Cadence, opener: HTMLElement): void {
  kit.popover.open({
    name: "Crank rate",
    at: { x: bay.crankPanel.region.x + 60, y: bay.crankPanel.rateBaselineY },
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
