/** Clamps: forceps on the main lines, marks on the others until closed, and the electronic clamp. */
import { COLOURS } from "../../tokens/colours.ts";
import { forcepsRegion } from "../clampReach.ts";
import { type ClampPlace, clampPlaces } from "../clampSites.ts";
import { FurnitureMotion } from "../furnitureMotion.ts";
import { hitAround, hitAt } from "../hit.ts";
import type { Kit } from "../kit.ts";
import { row } from "../menuItems.ts";
import { paintClampMark, paintForceps } from "../paint/forceps.ts";
import { type Pen, text } from "../paint/pen.ts";
import { paintElectronicClamp } from "../paint/sensors.ts";
import { CONTROL_PERIOD_MS } from "../plate.ts";

const CLAMP_DEPTH = 28;
const CLAMP_MS = 90;

export function toggleClamp(kit: Kit, { site }: Pick<ClampPlace, "site">): void {
  const closed = kit.readings.flag(`clamp.${site}.closed`);
  kit.act(closed ? { type: "line.unclamp", site } : { type: "line.clamp", site });
}

export const clampWords = (kit: Kit, place: ClampPlace): string =>
  `${kit.readings.flag(`clamp.${place.site}.closed`) ? "Unclamp" : "Clamp"} ${place.name}`;

export function addClamps(kit: Kit, group: HTMLElement): void {
  for (const place of clampPlaces(kit.layout)) addClamp(kit, place, group);
  addElectronicClamp(kit, group);
}

function addClamp(kit: Kit, place: ClampPlace, group: HTMLElement): void {
  const { stage, readings, overlay } = kit;
  const closed = () => readings.flag(`clamp.${place.site}.closed`);
  const motion = new FurnitureMotion(closed, CLAMP_MS, kit.reducedMotion);
  const twin = overlay.button({
    region: hitAround(forcepsRegion(place)),
    group,
    name: () => clampWords(kit, place),
    down: () => toggleClamp(kit, place),
  });
  stage.plate({
    x: place.at.x - 110,
    y: place.at.y - 72,
    w: 220,
    h: 160,
    depth: CLAMP_DEPTH,
    everyMs: 0,
    thing: `clamp.${place.site}`,
    shows: () => `${motion.share(performance.now())}${twin.state()}`,
    paint: (pen) =>
      paintClamp(pen, place, motion.share(performance.now()), closed(), twin.state() !== ""),
  });
}

function paintClamp(
  pen: Pen,
  place: ClampPlace,
  share: number,
  closed: boolean,
  hover: boolean,
): void {
  const { at, turnDegrees, scale, tube, labelAt, labelAlign } = place;
  const look = { x: at.x, y: at.y, turnDegrees, scale, tube };
  if (!closed && share === 0 && !place.always) {
    paintClampMark(pen, look);
    if (hover)
      text(pen, place.label, labelAt.x, labelAt.y, {
        size: 12.5,
        align: labelAlign,
        colour: COLOURS.t1,
        halo: COLOURS.deck,
      });
    return;
  }
  paintForceps(pen, { ...look, closed: share > 0.5, share });
  text(pen, place.label, labelAt.x, labelAt.y, {
    size: 13,
    weight: closed || hover ? 600 : 500,
    colour: closed || hover ? COLOURS.t1 : COLOURS.t2,
    align: labelAlign,
    halo: COLOURS.deck,
  });
  text(pen, closed ? "CLAMPED" : "open", labelAt.x, labelAt.y + 15, {
    size: 12.5,
    weight: closed ? 700 : 500,
    colour: closed ? COLOURS.t1 : COLOURS.t3,
    align: labelAlign,
    halo: COLOURS.deck,
  });
}

function addElectronicClamp(kit: Kit, group: HTMLElement): void {
  const { stage, readings, overlay } = kit;
  const at = kit.layout.electronicClampAt;
  const { x, y } = at;
  // Not every machine has one; it is drawn from the first time the line was seen to lie in it.
  let fitted = false;
  const isFitted = () => {
    fitted ||= readings.flag("electronicClamp.lineInside");
    return fitted;
  };
  const twin = overlay.button({
    region: hitAt(at, 48),
    group,
    name: () => "Electronic clamp",
    shown: isFitted,
    opensMenu: true,
    press: (opener) => openElectronicClamp(kit, opener),
  });
  const look = () => ({
    lampClosed: readings.flag("electronicClamp.lampClosed"),
    jawsClosed: readings.flag("electronicClamp.jawsClosed"),
    lineInside: readings.flag("electronicClamp.lineInside"),
    hover: twin.state() !== "",
  });
  stage.plate({
    x: x - 130,
    y: y - 20,
    w: 175,
    h: 40,
    depth: CLAMP_DEPTH - 1,
    everyMs: CONTROL_PERIOD_MS,
    thing: "electronicClamp",
    shows: () => [isFitted(), ...Object.values(look())].join(),
    paint: (pen) => {
      if (isFitted()) paintElectronicClamp(pen, x, y, look());
    },
  });
}

function openElectronicClamp(kit: Kit, opener: HTMLElement | null): void {
  kit.popover.open({
    name: "Electronic clamp",
    at: kit.layout.electronicClampAt,
    opener,
    build: (body, close) => {
      const item = (label: string, act: () => void) =>
        row(body, { label, act: () => (act(), close()) });
      item("Command open", () => kit.act({ type: "electronicClamp.command", open: true }));
      item("Command closed", () => kit.act({ type: "electronicClamp.command", open: false }));
      item("Take the line out by hand", () => kit.act({ type: "electronicClamp.releaseByHand" }));
      item("Look at the electronic clamp", () =>
        kit.act({ type: "inspect", what: "electronicClamp" }),
      );
    },
  });
}
