/**
 * The circuit on the field of 1024 × 768. The order of branches along every line is that of the wide
 * field; routes are drawn anew so that gaps between lines stay at 10 px and more.
 */
import type { ClampSite } from "../../world/contract/ids.ts";
import type { ClampSpot, ConsoleLayout } from "./consoleLayout.ts";

const spot = (
  [x, y]: readonly [number, number],
  turnDegrees: ClampSpot["turnDegrees"],
  [labelX, labelY]: readonly [number, number],
  scale: number,
  labelAlign: "left" | "right" = "left",
): ClampSpot => ({
  at: { x, y },
  turnDegrees,
  scale,
  labelAt: { x: labelX, y: labelY },
  labelAlign,
});

export const COMPACT_CLAMPS: Readonly<Record<ClampSite, ClampSpot>> = {
  venous: spot([408, 156], -90, [386, 117], 0.9, "right"),
  arterial: spot([768, 336], 180, [713, 333], 0.8, "right"),
  recirculation: spot([424, 288], 90, [398, 352], 0.8),
  bridge: spot([690, 270], 90, [705, 289], 0.72),
  reservoirOutlet: spot([256, 432], 180, [210, 462], 0.72),
  pumpOutlet: spot([332, 432], -90, [306, 404], 0.66, "right"),
  venousTable: spot([484, 156], 90, [476, 188], 0.72, "right"),
  arterialTable: spot([664, 112], 90, [676, 134], 0.6),
  purge: spot([402, 250], -90, [416, 222], 0.66),
  vent: spot([508, 232], -90, [497, 206], 0.72, "right"),
  suck1: spot([629, 242], 0, [676, 239], 0.72),
  suck2: spot([788, 300], 0, [798, 270], 0.72),
  cardioplegia: spot([866, 260], 0, [876, 230], 0.72),
  oxygenatorInlet: spot([470, 432], -90, [446, 404], 0.6, "right"),
  oxygenatorOutlet: spot([569, 328], 90, [556, 368], 0.5),
};

export const COMPACT_ROUTES: ConsoleLayout["routes"] = {
  bridge: "M768 270L460 270Q448 270 448 258L448 156",
  recirculation: "M526 302L526 296Q526 288 518 288L334 288",
  purge: "M597 302L597 260Q597 250 587 250L335 250",
  cardioplegiaSource:
    "M560 384L567 384Q577 384 577 394L577 422Q577 434 589 434L879 434Q891 434 891 446L891 554",
  cardioplegiaReturn: "M947 554L947 435Q947 423 935 423L878 423Q866 423 866 411L866 352",
  cardioplegia: "M866 300L866 166Q866 154 854 154L560 154Q556 154 553 155.4L549 158",
  vent: "M554 207L554 220Q554 232 542 232L482 232Q470 232 470 244L470 554",
  suck1: "M582 194L617 194Q629 194 629 206L629 554",
  suck2: "M577 217L776 217Q788 217 788 229L788 554",
  suck2Return:
    "M732 554L732 461Q732 452 723 452L395 452Q386 452 386 443L386 201Q386 192 377 192L335 192",
  suck1Return:
    "M573 554L573 478Q573 469 564 469L378 469Q369 469 369 460L369 218Q369 209 360 209L335 209",
  ventReturn:
    "M414 554L414 495Q414 486 405 486L361 486Q352 486 352 477L352 235Q352 226 343 226L335 226",
  venous: "M520 172L520 165Q520 156 511 156L296 156Q283 156 283 168L283 178",
  filter: "M560 328L578 328",
  arterial: "M597 348L597 396Q597 408 609 408L756 408Q768 408 768 396L768 270",
  arterialTable: "M768 270L768 124Q768 112 756 112L578 112Q566 112 566 124L566 135",
};

export const COMPACT_LINE_MENUS: ConsoleLayout["lineMenus"] = {
  venous: { x: 360, y: 156 },
  reservoirOutlet: { x: 256, y: 476 },
  pumpOutlet: { x: 430, y: 436 },
  arterial: { x: 768, y: 134 },
  recirculation: { x: 500, y: 292 },
  bridge: { x: 738, y: 262 },
  purge: { x: 544, y: 246 },
  vent: { x: 470, y: 472 },
  suck1: { x: 629, y: 472 },
  suck2: { x: 788, y: 472 },
  cardioplegia: { x: 866, y: 196 },
};
