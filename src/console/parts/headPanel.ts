/** What a hand works on a head: display, knob, STOP or START, power switch, cover latch, its menu. */
import { COLOURS } from "../../tokens/colours.ts";
import { EntryPacer } from "../entryPacer.ts";
import { fixed } from "../format.ts";
import { displayLook, headFacts, knobRange, strokeWords, TUBE_WORD } from "../headFacts.ts";
import type { Kit } from "../kit.ts";
import type { Bay } from "../layout/consoleLayout.ts";
import { stepper } from "../menuItems.ts";
import type { Twin } from "../overlay.ts";
import { paintDisplay } from "../paint/display.ts";
import { paintKnob } from "../paint/knob.ts";
import { box, fill, key, type Pen, stroke, text } from "../paint/pen.ts";
import { CONTROL_PERIOD_MS } from "../plate.ts";
import { openHeadMenu } from "./headMenu.ts";

const PANEL_DEPTH = 40;

export function addHeadPanels(kit: Kit, groups: ReadonlyMap<string, HTMLElement>): void {
  for (const bay of kit.layout.bays) {
    const group = groups.get(bay.head) as HTMLElement;
    addDisplay(kit, bay, group);
    addKnob(kit, bay, group);
    addKey(kit, bay, group);
    addPower(kit, bay, group);
    addMenuAndCover(kit, bay, group);
    addPlateWords(kit, bay);
    addFaultFrame(kit, bay);
  }
}

function addDisplay(kit: Kit, bay: Bay, group: HTMLElement): void {
  const facts = () => headFacts(kit.readings, bay.head);
  const swap = () =>
    kit.act({
      type: "pump.setDisplayUnit",
      head: bay.head,
      unit: facts().showsRpm ? "lpm" : "rpm",
    });
  kit.overlay.button({
    region: { ...bay.display, w: bay.display.w - 4 },
    group,
    name: () => `${bay.name} display, show ${facts().showsRpm ? "L/min" : "rpm"}`,
    press: swap,
  });
  kit.stage.plate({
    ...bay.display,
    depth: PANEL_DEPTH,
    thing: `head.${bay.head}`,
    shows: () => Object.values(displayLook(kit.readings, bay, facts())).join("|"),
    paint: (pen) =>
      paintDisplay(pen, bay, kit.layout.head, displayLook(kit.readings, bay, facts())),
  });
}

function addKnob(kit: Kit, bay: Bay, group: HTMLElement): void {
  const { head } = bay;
  const facts = () => headFacts(kit.readings, head);
  const range = () => knobRange(facts());
  const pacer = new EntryPacer((value) =>
    kit.act(
      range().unit === "rpm"
        ? { type: "pump.setRpm", head, rpm: value }
        : { type: "pump.setFlow", head, flowLpm: value },
    ),
  );
  kit.stage.onFrame((nowMs) => pacer.advance(nowMs));
  kit.onRefused((action) => {
    if ("head" in action && action.head === head && action.type.startsWith("pump.set"))
      pacer.forget();
  });
  const value = () => pacer.shown(facts().setRpm * range().perRpm, performance.now());
  const decimals = () => (range().unit === "rpm" ? 0 : 2);
  const name = () => `${bay.name} ${range().unit === "rpm" ? "speed" : "flow"}`;
  const set = (wanted: number) => pacer.set(wanted, performance.now());
  const shown = () => !facts().crankFitted;
  const twin = kit.overlay.dial({
    region: bay.knobHit,
    group,
    name,
    range,
    shown,
    value,
    valueText: () => `${fixed(value(), decimals())} ${range().unit}`,
    set,
    tap: (opener) =>
      kit.popover.open({
        name: name(),
        at: bay.knob,
        opener,
        build: (body) =>
          stepper(body, {
            name: name(),
            ...range(),
            decimals: decimals(),
            value,
            set,
          }),
      }),
  });
  kit.stage.plate({
    x: bay.knob.x - 31,
    y: bay.knob.y - 31,
    w: 62,
    h: 60,
    depth: PANEL_DEPTH,
    everyMs: CONTROL_PERIOD_MS,
    thing: `head.${head}`,
    shows: () => `${value().toFixed(2)}${range().unit}${twin.state()}${shown()}`,
    paint: (pen) => {
      if (shown())
        paintKnob(
          pen,
          bay.knob.x,
          bay.knob.y,
          kit.layout.head.knobRadius,
          value() / range().max,
          twin.state() !== "",
        );
    },
  });
}

/** What the key under the knob does now. Only STOP is cream, and it acts as the finger lands. */
function keyFace(kit: Kit, bay: Bay): { words: string; hard: boolean; stops: boolean } {
  const { status } = headFacts(kit.readings, bay.head);
  if (status === "run") return { words: "STOP", hard: true, stops: true };
  if (status === "off" || status === "fault") return { words: "OFF", hard: false, stops: false };
  return { words: "START", hard: false, stops: false };
}

function addKey(kit: Kit, bay: Bay, group: HTMLElement): void {
  const { head } = bay;
  const face = () => keyFace(kit, bay);
  let stopped = false;
  const twin = kit.overlay.button({
    region: { x: bay.key.x - 2, y: bay.key.y - 2, w: bay.key.w + 4, h: bay.key.h + 4 },
    group,
    name: () =>
      face().words === "OFF" ? `${bay.name} START (off)` : `${bay.name} ${face().words}`,
    down: () => {
      stopped = face().stops;
      if (stopped) kit.act({ type: "pump.stop", head });
    },
    press: () => {
      if (!stopped) kit.act({ type: "pump.start", head });
      stopped = false;
    },
  });
  kit.stage.plate({
    x: bay.key.x - 2,
    y: bay.key.y - 2,
    w: bay.key.w + 4,
    h: bay.key.h + 6,
    depth: PANEL_DEPTH,
    everyMs: CONTROL_PERIOD_MS,
    thing: `head.${head}`,
    shows: () => face().words + twin.state(),
    paint: (pen) => paintKey(pen, bay, face(), twin),
  });
}

function paintKey(pen: Pen, bay: Bay, face: { words: string; hard: boolean }, twin: Twin): void {
  const { x, y, w, h } = bay.key;
  const pressed = twin.state() === "down";
  const down = key(pen, x, y, w, h, { hard: face.hard, pressed, hover: twin.state() === "hover" });
  const ink = face.hard ? COLOURS.hardink : face.words === "OFF" ? COLOURS.t2 : COLOURS.t1;
  const middle = y + h / 2 + down;
  if (face.words === "START")
    fill(
      pen,
      `M${x + 8} ${middle - 5}L${x + 16} ${middle}L${x + 8} ${middle + 5}Z`,
      COLOURS.accent,
    );
  else box(pen, x + 9, middle - 5, 10, 10, { radius: 1, fill: ink });
  text(pen, face.words, x + (face.words === "START" ? 20 : 24), middle + 5, {
    size: face.words === "START" ? 12.5 : 13,
    weight: 700,
    colour: ink,
  });
}

function addPower(kit: Kit, bay: Bay, group: HTMLElement): void {
  const { head, power, powerIsRocker } = bay;
  const on = () => headFacts(kit.readings, head).switchedOn;
  // Beside a fitted crank its own panel needs the room; the switch stays in the head's menu.
  const shown = () => powerIsRocker || !headFacts(kit.readings, head).crankFitted;
  const twin = kit.overlay.button({
    region: bay.powerHit,
    group,
    name: () => `${bay.name} power: switch ${on() ? "off" : "on"}`,
    shown,
    press: () => kit.act({ type: "pump.setPower", head, on: !on() }),
  });
  kit.stage.plate({
    x: power.x - 2,
    y: power.y - 2,
    w: power.w + 4,
    h: power.h + 6,
    depth: PANEL_DEPTH,
    everyMs: CONTROL_PERIOD_MS,
    thing: `head.${head}`,
    shows: () => `${on()}${twin.state()}${shown()}`,
    paint: (pen) => {
      if (!shown()) return;
      if (power.w < 60) paintRocker(pen, power, on(), twin);
      else paintPowerKey(pen, power, on(), twin);
    },
  });
}

type Box = Bay["power"];

function powerGlyph(pen: Pen, x: number, y: number, colour: string): void {
  stroke(
    pen,
    `M${x} ${y - 6}V${y - 1}M${x - 4} ${y - 4}A5.5 5.5 0 1 0 ${x + 4} ${y - 4}`,
    colour,
    1.6,
  );
}

function paintPowerKey(pen: Pen, { x, y, w, h }: Box, on: boolean, twin: Twin): void {
  const down = key(pen, x, y, w, h, {
    pressed: twin.state() === "down",
    hover: twin.state() === "hover",
  });
  powerGlyph(pen, x + 15, y + h / 2 + 1 + down, on ? COLOURS.accent : COLOURS.t2);
  text(pen, on ? "On" : "Off", x + 28, y + h / 2 + 5 + down, {
    size: 13.5,
    weight: 600,
    colour: on ? COLOURS.t1 : COLOURS.t2,
  });
}

function paintRocker(pen: Pen, { x, y, w, h }: Box, on: boolean, twin: Twin): void {
  const down = key(pen, x, y, w, h, {
    pressed: twin.state() === "down",
    hover: twin.state() === "hover",
  });
  powerGlyph(pen, x + w / 2, y + 14 + down, on ? COLOURS.accent : COLOURS.t2);
  text(pen, on ? "On" : "Off", x + w / 2, y + h - 7 + down, {
    size: 12,
    weight: 600,
    align: "center",
    colour: on ? COLOURS.t1 : COLOURS.t2,
  });
}

function addMenuAndCover(kit: Kit, bay: Bay, group: HTMLElement): void {
  const { head } = bay;
  const facts = () => headFacts(kit.readings, head);
  kit.overlay.button({
    region: bay.menuHit,
    group,
    name: () => `${bay.name} menu`,
    opensMenu: true,
    press: (opener) => openHeadMenu(kit, bay, opener),
  });
  kit.overlay.button({
    region: bay.latchHit,
    group,
    name: () => `${facts().coverOpen ? "Close" : "Open"} cover of ${bay.name.toLowerCase()}`,
    press: () => toggleCover(kit, bay),
  });
}

export function toggleCover(kit: Kit, { head }: Bay): void {
  const { coverOpen } = headFacts(kit.readings, head);
  kit.act({ type: coverOpen ? "pump.closeCover" : "pump.openCover", head });
}

/** Tube, constant and cover, engraved beside the head. The arterial bay shows them on its display. */
function addPlateWords(kit: Kit, bay: Bay): void {
  if (bay.head === "arterial") return;
  const facts = () => headFacts(kit.readings, bay.head);
  kit.stage.plate({
    ...bay.plate,
    depth: PANEL_DEPTH - 2,
    shows: () => [facts().tube, facts().strokeMl, facts().coverOpen, facts().crankFitted].join(),
    paint: (pen) => {
      if (facts().crankFitted) return;
      if (bay.plate.w < 60) paintShortPlate(pen, bay, facts());
      else paintPlate(pen, bay, facts());
    },
  });
}

type PlateFacts = Pick<ReturnType<typeof headFacts>, "tube" | "strokeMl" | "coverOpen">;
const coverStyle = (isOpen: boolean) =>
  ({
    size: 12,
    weight: isOpen ? 700 : 500,
    colour: isOpen ? COLOURS.t1 : COLOURS.t3,
  }) as const;

function paintPlate(pen: Pen, { plate }: Bay, { tube, strokeMl, coverOpen }: PlateFacts): void {
  const left = plate.x + 4;
  const { y } = plate;
  const name = { size: 12, colour: COLOURS.t3 } as const;
  const value = { size: 16, weight: 600, colour: COLOURS.t2 } as const;
  text(pen, "Tube", left, y + 16, name);
  text(pen, TUBE_WORD[tube], left, y + 33, value);
  text(pen, "mL/rev", left, y + 50, name);
  text(pen, strokeWords(strokeMl), left, y + 67, value);
  text(pen, coverOpen ? "Cover open" : "Cover shut", left, y + 84, coverStyle(coverOpen));
}

/** Where there is room for three short lines only. */
function paintShortPlate(
  pen: Pen,
  { plate }: Bay,
  { tube, strokeMl, coverOpen }: PlateFacts,
): void {
  const { x, y, w } = plate;
  const middle = x + w / 2;
  const value = { size: 14, weight: 600, colour: COLOURS.t2, align: "center" } as const;
  text(pen, TUBE_WORD[tube], middle, y + 14, value);
  text(pen, `${strokeWords(strokeMl)} mL`, middle, y + 30, { ...value, size: 12.5, weight: 500 });
  text(pen, coverOpen ? "OPEN" : "shut", middle, y + 46, {
    ...coverStyle(coverOpen),
    align: "center",
  });
}

/** A head in fault is framed; its display carries triangle and word. */
function addFaultFrame(kit: Kit, bay: Bay): void {
  const { x, y, w, h } = bay.region;
  const fault = () => headFacts(kit.readings, bay.head).status === "fault";
  kit.stage.plate({
    ...bay.region,
    depth: PANEL_DEPTH + 4,
    shows: () => String(fault()),
    paint: (pen) => {
      if (fault())
        box(pen, x + 1.25, y + 1.25, w - 2.5, h - 2.5, {
          radius: 7,
          edge: COLOURS.high,
          edgeWidth: 2.5,
        });
    },
  });
}
