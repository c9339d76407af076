/** The turning part of every bay: body, rotor at its true angle, direction, cover. */
import { HEADS } from "../../world/contract/ids.ts";
import { BAYS, type Bay } from "../bays.ts";
import { headFacts } from "../headFacts.ts";
import type { Kit } from "../kit.ts";
import {
  paintCentrifugalBody,
  paintCover,
  paintDirection,
  paintRollerBody,
  paintRotor,
  paintVaneBlur,
  paintVanes,
} from "../paint/head.ts";
import { CONTROL_PERIOD_MS } from "../plate.ts";
import { rotorAngleRad, watchRotors } from "../rotorAngle.ts";

const BODY_DEPTH = 8;
const ROTOR_DEPTH = 30;
const COVER_DEPTH = 33;
/** Vanes faster than this are a blur to the eye as well. */
const BLUR_FROM_RPM = 240;

export function addHeadMachines(kit: Kit): void {
  const angles = watchRotors(kit, HEADS);
  for (const bay of BAYS) addMachine(kit, bay, angles);
}

function addMachine(kit: Kit, bay: Bay, angles: ReturnType<typeof watchRotors>): void {
  const { stage, readings } = kit;
  const { x, y } = bay.hub;
  const facts = () => headFacts(readings, bay.head);
  const around = { x: x - 66, y: y - 66, w: 132, h: 134 };
  stage.plate({
    ...around,
    depth: BODY_DEPTH,
    shows: () => facts().type,
    paint: (pen) =>
      facts().type === "centrifugal" ? paintCentrifugalBody(pen, bay) : paintRollerBody(pen, bay),
  });
  stage.plate({
    x: Math.min(bay.openCoverX - 2, x - 66),
    y: y - 62,
    w: 150,
    h: 126,
    depth: COVER_DEPTH,
    everyMs: CONTROL_PERIOD_MS,
    thing: `head.${bay.head}`,
    shows: () => `${facts().coverOpen}${facts().rotation}`,
    paint: (pen) => {
      paintDirection(pen, bay, facts().rotation);
      paintCover(pen, bay, facts().coverOpen);
    },
  });
  const rotor = stage.sprite({
    picture: "rotor",
    reach: 42,
    depth: ROTOR_DEPTH,
    paint: paintRotor,
  });
  const vanes = stage.sprite({
    picture: "vanes",
    reach: 42,
    depth: ROTOR_DEPTH,
    paint: paintVanes,
  });
  const blur = stage.sprite({
    picture: "vaneBlur",
    reach: 42,
    depth: ROTOR_DEPTH,
    paint: paintVaneBlur,
  });
  stage.onFrame((nowMs) => {
    const centrifugal = readings.word(`pump.${bay.head}.type`) === "centrifugal";
    const fast = Math.abs(readings.number(`pump.${bay.head}.rotorRpm`)) > BLUR_FROM_RPM;
    const turned = rotorAngleRad(angles, bay.head, nowMs);
    rotor.show(!centrifugal);
    vanes.show(centrifugal && !fast);
    blur.show(centrifugal && fast);
    for (const sprite of [rotor, vanes, blur]) sprite.place(x, y, turned);
  });
}
