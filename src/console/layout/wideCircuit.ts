/** The circuit on the field of 1440 × 900, as in the mock-up: routes, clamps and where lines are tapped. */
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

export const WIDE_CLAMPS: Readonly<Record<ClampSite, ClampSpot>> = {
  venous: spot([546, 200], 90, [574, 240], 1),
  arterial: spot([980, 392], 180, [962, 432], 1, "right"),
  recirculation: spot([550, 378], -90, [564, 346], 0.8),
  bridge: spot([800, 344], 90, [814, 372], 0.86),
  reservoirOutlet: spot([362, 520], 180, [352, 552], 0.72, "right"),
  pumpOutlet: spot([461, 572], -90, [428, 548], 0.66, "right"),
  venousTable: spot([690, 200], 90, [682, 232], 0.72, "right"),
  arterialTable: spot([886, 140], 90, [898, 172], 0.72),
  purge: spot([622, 322], -90, [612, 300], 0.72, "right"),
  vent: spot([668, 368], 0, [716, 372], 0.72),
  suck1: spot([889, 318], 0, [900, 305], 0.72),
  suck2: spot([1110, 372], 180, [1100, 358], 0.72, "right"),
  cardioplegia: spot([1050, 336], 180, [1040, 304], 0.72, "right"),
  oxygenatorInlet: spot([566, 572], -90, [540, 548], 0.66, "right"),
  oxygenatorOutlet: spot([694, 446], 90, [706, 480], 0.5),
};

export const WIDE_ROUTES: ConsoleLayout["routes"] = {
  bridge: "M980 344L660 344Q648 344 648 332L648 200",
  recirculation: "M604 412L604 390Q604 378 592 378L459 378",
  purge: "M760 418L760 330Q760 322 752 322L460 322",
  cardioplegiaSource:
    "M648 486L688 486Q700 486 700 498L700 572Q700 584 712 584L1247 584Q1259 584 1259 596L1259 706",
  cardioplegiaReturn: "M1331 706L1331 580Q1331 568 1319 568L1062 568Q1050 568 1050 556L1050 500",
  cardioplegia: "M1050 432L1050 200Q1050 196 1046 196L794 196Q790 196 787 198.6L783 202",
  vent: "M790 270L790 291Q790 303 778 303L680 303Q668 303 668 315L668 706",
  suck1: "M828 252L877 252Q889 252 889 264L889 706",
  suck2: "M822 284L1098 284Q1110 284 1110 296L1110 706",
  suck2Return:
    "M1038 706L1038 610Q1038 601 1029 601L489 601Q480 601 480 592L480 263Q480 254 471 254L460 254",
  suck1Return:
    "M817 706L817 623Q817 614 808 614L502 614Q493 614 493 605L493 279Q493 270 484 270L460 270",
  ventReturn:
    "M596 706L596 636Q596 627 587 627L515 627Q506 627 506 618L506 295Q506 286 497 286L460 286",
  venous: "M742 222L742 211Q742 200 731 200L410 200Q396 200 396 214L396 236",
  filter: "M648 446L734 446",
  arterial: "M760 470L760 510Q760 524 774 524L966 524Q980 524 980 510L980 344",
  arterialTable: "M980 344L980 154Q980 140 966 140L820 140Q806 140 806 154L806 170",
};

export const WIDE_LINE_MENUS: ConsoleLayout["lineMenus"] = {
  venous: { x: 600, y: 200 },
  reservoirOutlet: { x: 362, y: 574 },
  pumpOutlet: { x: 540, y: 572 },
  arterial: { x: 980, y: 314 },
  recirculation: { x: 604, y: 395 },
  bridge: { x: 858, y: 344 },
  purge: { x: 712, y: 322 },
  vent: { x: 668, y: 600 },
  suck1: { x: 889, y: 410 },
  suck2: { x: 1110, y: 430 },
  cardioplegia: { x: 1050, y: 240 },
};
