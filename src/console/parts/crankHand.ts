/**
 * The crank in a hand: taken from its clip, carried or tapped to a hub, turned round by its grip. All
 * turning goes through one CrankInput; what the arm can do is decided by the world.
 */

import { COLOURS } from "../../tokens/colours.ts";
import type { Head } from "../../world/contract/ids.ts";
import { CrankInput } from "../crankInput.ts";
import { forwardIsClockwise, headFacts } from "../headFacts.ts";
import { hitAround, hitAt } from "../hit.ts";
import type { Kit } from "../kit.ts";
import type { Bay } from "../layout/consoleLayout.ts";
import { bayFor } from "../layout/layouts.ts";
import { drawIn, regionIn } from "../layout/placement.ts";
import { CLIP, CRANK_RADIUS, paintArm, paintClip, paintForwardArrow } from "../paint/crank.ts";
import { disc, type Pen } from "../paint/pen.ts";
import { CONTROL_PERIOD_MS } from "../plate.ts";
import { rotorAngleRad, watchRotors } from "../rotorAngle.ts";

const CLIP_DEPTH = 36;
const ARM_DEPTH = 46;
const DROP_REACH_PX = 70;
const DRAG_FROM_PX = 8;
/** Nearer to the hub than this a pointer's angle means nothing. */
const ANGLE_FROM_PX = 10;

export interface Crank {
  readonly input: CrankInput;
  /** The head it is fitted to. */
  fitted(): Bay | undefined;
  /** The time the arm turns by: the page's, as fast as the case runs. */
  armMs(): number;
  /** +1 when counter-clockwise pumps forward on that head. */
  forwardSign(): 1 | -1;
}

export function addCrankHand(kit: Kit, groups: ReadonlyMap<string, HTMLElement>): Crank {
  const { readings, stage } = kit;
  const fitted = () =>
    readings.word("crank.place") === "fitted"
      ? bayFor(kit.layout, readings.word<Head>("crank.head"))
      : undefined;
  const input = new CrankInput(({ revolutions, rotation }) => {
    const bay = fitted();
    if (bay) kit.act({ type: "crank.turn", head: bay.head, revolutions, rotation });
  });
  let armMs = 0;
  let lastMs: number | undefined;
  const crank: Crank = {
    input,
    fitted,
    armMs: () => armMs,
    forwardSign: () => {
      const bay = fitted();
      return bay && forwardIsClockwise(headFacts(readings, bay.head).carries) ? -1 : 1;
    },
  };
  kit.onRefused((action) => {
    if (action.type === "crank.turn") input.release();
  });
  stage.onFrame((nowMs) => {
    armMs += (nowMs - (lastMs ?? nowMs)) * kit.speed();
    lastMs = nowMs;
    if (!fitted() || readings.word("crank.cranker") === "helper") input.release();
    input.advance(armMs);
  });
  addClip(kit, groups.get("arterial") as HTMLElement);
  addHubs(kit, groups);
  addArm(kit, crank);
  addTurning(kit, crank, groups.get("arterial") as HTMLElement);
  return crank;
}

const PLACE_NOTE: Readonly<Record<string, string>> = {
  clip: "Crank",
  missing: "Empty",
  inHand: "In hand",
  fitted: "Fitted",
};

/** Tap the clip to fetch the crank, or drag it to a hub; what lies between takes the time it takes. */
function addClip(kit: Kit, group: HTMLElement): void {
  const { overlay, stage, readings, layout } = kit;
  const clip = regionIn(layout.drawings.crankClip, CLIP);
  const place = () => readings.word<string>("crank.place");
  const arterialFitted = () => place() === "fitted" && readings.word("crank.head") === "arterial";
  let fitAfter: Head | undefined;
  let dragged = false;
  const fetch = () => {
    if (place() !== "inHand") kit.act({ type: "crank.fetch" });
  };
  const twin = overlay.button({
    region: hitAround(clip),
    group,
    name: () => (place() === "missing" ? "Fetch crank (the clip is empty)" : "Fetch crank"),
    shown: () => !arterialFitted(),
    press: () => {
      if (!dragged) fetch();
      dragged = false;
    },
  });
  const ghost = stage.sprite({
    picture: "crankArm",
    reach: 78,
    depth: ARM_DEPTH + 2,
    paint: (pen) => drawIn(pen, { dx: 0, dy: 0, scale: layout.head.scale }, paintArm),
  });
  ghost.show(false);
  let from: { x: number; y: number; pointer: number } | undefined;
  twin.element.addEventListener("pointerdown", (event) => {
    dragged = false;
    from = { ...overlay.designPoint(event), pointer: event.pointerId };
    twin.element.setPointerCapture(event.pointerId);
  });
  twin.element.addEventListener("pointermove", (event) => {
    if (from?.pointer !== event.pointerId) return;
    const at = overlay.designPoint(event);
    if (Math.hypot(at.x - from.x, at.y - from.y) > DRAG_FROM_PX) dragged = true;
    if (!dragged) return;
    ghost.show(true, 0.85);
    ghost.place(at.x, at.y, Math.PI / 3);
  });
  const drop = (event: PointerEvent) => {
    if (from?.pointer !== event.pointerId) return;
    from = undefined;
    ghost.show(false);
    if (!dragged || event.type === "pointercancel") return;
    const at = overlay.designPoint(event);
    const reach = DROP_REACH_PX * layout.head.scale;
    const bay = layout.bays.find(({ hub }) => Math.hypot(at.x - hub.x, at.y - hub.y) < reach);
    if (!bay) return;
    fitAfter = bay.head;
    fetch();
  };
  twin.element.addEventListener("pointerup", drop);
  twin.element.addEventListener("pointercancel", drop);
  stage.onFrame(() => {
    if (fitAfter && place() === "inHand" && readings.word("hands.task") === "none") {
      kit.act({ type: "crank.fit", head: fitAfter });
      fitAfter = undefined;
    }
  });
  kit.onRefused((action) => {
    if (action.type === "crank.fetch") fitAfter = undefined;
  });
  stage.plate({
    x: clip.x - 1,
    y: clip.y - 1,
    w: clip.w + 2,
    h: clip.h + 2,
    depth: CLIP_DEPTH,
    everyMs: CONTROL_PERIOD_MS,
    thing: "crank",
    shows: () => `${place()}${arterialFitted()}${twin.state()}`,
    paint: (pen) => {
      if (arterialFitted()) return;
      const note = PLACE_NOTE[place()] ?? "";
      drawIn(pen, layout.drawings.crankClip, () =>
        paintClip(pen, place() === "clip", note, twin.state() !== ""),
      );
    },
  });
}

/** With the crank in hand every hub is a place to put it. */
function addHubs(kit: Kit, groups: ReadonlyMap<string, HTMLElement>): void {
  const { overlay, stage, readings } = kit;
  const inHand = () => readings.word("crank.place") === "inHand";
  for (const bay of kit.layout.bays) {
    overlay.button({
      region: hitAt(bay.hub, 56),
      group: groups.get(bay.head) as HTMLElement,
      name: () => `Fit crank to ${bay.name.toLowerCase()}`,
      shown: inHand,
      round: true,
      press: () => kit.act({ type: "crank.fit", head: bay.head }),
    });
    stage.plate({
      x: bay.hub.x - 20,
      y: bay.hub.y - 20,
      w: 40,
      h: 40,
      depth: ARM_DEPTH,
      everyMs: CONTROL_PERIOD_MS,
      shows: () => String(inHand()),
      paint: (pen) => {
        if (inHand()) disc(pen, bay.hub.x, bay.hub.y, 17, { edge: COLOURS.t1, edgeWidth: 2 });
      },
    });
  }
}

/** Arm and grip follow the rotor they are fitted to; a centrifugal drive is geared, so they turn alone. */
function addArm(kit: Kit, crank: Crank): void {
  const { stage, readings, layout } = kit;
  const { scale } = layout.head;
  const paintScaledArm = (pen: Pen) => drawIn(pen, { dx: 0, dy: 0, scale }, paintArm);
  const angles = watchRotors(
    kit,
    layout.bays.map((bay) => bay.head),
  );
  const arm = stage.sprite({
    picture: "crankArm",
    reach: 78,
    depth: ARM_DEPTH,
    paint: paintScaledArm,
  });
  let gearedRad = 0;
  stage.onFrame((nowMs, elapsedMs) => {
    const bay = crank.fitted();
    arm.show(bay !== undefined);
    if (!bay) return;
    const geared = readings.word(`pump.${bay.head}.type`) === "centrifugal";
    gearedRad -=
      ((readings.number("crank.rateRpm") || 0) / 60_000) * Math.min(100, elapsedMs) * 2 * Math.PI;
    arm.place(bay.hub.x, bay.hub.y, geared ? gearedRad : rotorAngleRad(angles, bay.head, nowMs));
  });
  for (const bay of layout.bays) {
    const shown = () => crank.fitted()?.head === bay.head;
    stage.plate({
      x: bay.hub.x - 70,
      y: bay.hub.y - 62,
      w: 140,
      h: 80,
      depth: ARM_DEPTH - 1,
      shows: () => `${shown()}${crank.forwardSign()}`,
      paint: (pen) => {
        const { x: dx, y: dy } = bay.hub;
        if (shown())
          drawIn(pen, { dx, dy, scale }, () => paintForwardArrow(pen, crank.forwardSign() < 0));
      },
    });
  }
}

/** The ring a hand turns in: it follows the pointer's angle, keeps it outside, ignores a second finger. */
function addTurning(kit: Kit, crank: Crank, group: HTMLElement): void {
  const { overlay } = kit;
  const zone = document.createElement("div");
  zone.className = "crank-zone";
  group.append(zone);
  let pointer: number | undefined;
  let moved = 0;
  let lastAngle = 0;
  const angleOf = (event: PointerEvent): number | undefined => {
    const bay = crank.fitted();
    if (!bay) return undefined;
    const at = overlay.designPoint(event);
    const [dx, dy] = [at.x - bay.hub.x, at.y - bay.hub.y];
    return Math.hypot(dx, dy) < ANGLE_FROM_PX ? undefined : Math.atan2(dy, dx);
  };
  zone.addEventListener("pointerdown", (event) => {
    const angle = angleOf(event);
    if (event.button !== 0 || pointer !== undefined || angle === undefined) return;
    pointer = event.pointerId;
    zone.setPointerCapture(pointer);
    crank.input.setCadence(0);
    lastAngle = angle;
    moved = 0;
  });
  zone.addEventListener("pointermove", (event) => {
    if (event.pointerId !== pointer) return;
    const angle = angleOf(event);
    if (angle === undefined) return;
    const turns = (angle - lastAngle) / (2 * Math.PI);
    const shortest = turns - Math.round(turns);
    lastAngle = angle;
    moved += Math.abs(shortest);
    // The screen's angles grow clockwise; the crank counts counter-clockwise.
    crank.input.follow(-shortest);
  });
  const letGo = (event: PointerEvent) => {
    if (event.pointerId === pointer) pointer = undefined;
    const bay = crank.fitted();
    if (event.type === "pointerup" && moved < 0.01 && bay) {
      group.querySelector<HTMLElement>(`[aria-label="${bay.name} menu"]`)?.click();
    }
  };
  zone.addEventListener("pointerup", letGo);
  zone.addEventListener("pointercancel", letGo);
  const handle = overlay.button({
    region: hitAt({ x: 0, y: 0 }),
    group,
    name: () => "Turn crank",
    shown: () => crank.fitted() !== undefined,
    round: true,
    press: () => crank.input.follow(crank.forwardSign() * 0.5),
  });
  overlay.onSync(() => {
    const bay = crank.fitted();
    zone.hidden = !bay;
    if (!bay) return;
    const reach = (CRANK_RADIUS + 22) * kit.layout.head.scale;
    overlay.place(zone, hitAt(bay.hub, reach * 2));
    overlay.place(handle.element, hitAt(bay.hub, 30));
  });
}
