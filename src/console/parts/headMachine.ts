/** The turning part of every bay: body, rotor at its true angle, direction, cover. */
import { HEADS } from "../../world/contract/ids.ts";
import { easedShare, FurnitureMotion } from "../furnitureMotion.ts";
import { headFacts } from "../headFacts.ts";
import type { Kit } from "../kit.ts";
import type { Bay } from "../layout/consoleLayout.ts";
import { drawIn } from "../layout/placement.ts";
import {
  paintCentrifugalBody,
  paintCover,
  paintDirection,
  paintMovingCover,
  paintRollerBody,
  paintRotor,
  paintVaneBlur,
  paintVanes,
} from "../paint/head.ts";
import type { Pen } from "../paint/pen.ts";
import { rotorAngleRad, watchRotors } from "../rotorAngle.ts";

const BODY_DEPTH = 8;
const ROTOR_DEPTH = 30;
const COVER_DEPTH = 33;
const COVER_MS = 180;
/** Vanes faster than this are a blur to the eye as well. */
const BLUR_FROM_RPM = 240;

export function addHeadMachines(kit: Kit): void {
  const angles = watchRotors(kit, HEADS);
  for (const bay of kit.layout.bays) addMachine(kit, bay, angles);
}

function addMachine(kit: Kit, bay: Bay, angles: ReturnType<typeof watchRotors>): void {
  const { stage, readings } = kit;
  const { x, y } = bay.hub;
  const { scale } = kit.layout.head;
  const facts = () => headFacts(readings, bay.head);
  const atHub = (pen: Pen, paint: (pen: Pen) => void) =>
    drawIn(pen, { dx: x, dy: y, scale }, paint);
  const around = { x: x - 68 * scale, y: y - 66 * scale, w: 136 * scale, h: 134 * scale };
  stage.plate({
    ...around,
    depth: BODY_DEPTH,
    shows: () => facts().type,
    paint: (pen) =>
      atHub(pen, facts().type === "centrifugal" ? paintCentrifugalBody : paintRollerBody),
  });
  const cover = new FurnitureMotion(() => facts().coverOpen, COVER_MS, kit.reducedMotion);
  stage.plate({
    ...around,
    depth: COVER_DEPTH,
    everyMs: 0,
    thing: `head.${bay.head}`,
    shows: () => `${cover.share(performance.now())}${facts().rotation}`,
    paint: (pen) =>
      atHub(pen, () => {
        const share = cover.share(performance.now());
        paintDirection(pen, facts().rotation);
        if (share > 0 && share < 1) paintMovingCover(pen, easedShare(share));
        else paintCover(pen, share === 1);
      }),
  });
  const sprite = (picture: string, paint: (pen: Pen) => void) =>
    stage.sprite({
      picture,
      reach: 42 * scale,
      depth: ROTOR_DEPTH,
      paint: (pen) => drawIn(pen, { dx: 0, dy: 0, scale }, paint),
    });
  const rotor = sprite("rotor", paintRotor);
  const vanes = sprite("vanes", paintVanes);
  const blur = sprite("vaneBlur", paintVaneBlur);
  stage.onFrame((nowMs) => {
    const centrifugal = readings.word(`pump.${bay.head}.type`) === "centrifugal";
    const fast = Math.abs(readings.number(`pump.${bay.head}.rotorRpm`)) > BLUR_FROM_RPM;
    const turned = rotorAngleRad(angles, bay.head, nowMs);
    rotor.show(!centrifugal);
    vanes.show(centrifugal && !fast);
    blur.show(centrifugal && fast);
    for (const each of [rotor, vanes, blur]) each.place(x, y, turned);
  });
}
