/**
 * The patient in the field: torso, opened chest, heart and great vessels. Aorta and caval veins carry
 * the colour of the blood that reaches them; the surgeon's cross-clamp bites the aorta while its
 * timer runs.
 */
import { COLOURS } from "../../tokens/colours.ts";
import { paintForceps } from "./forceps.ts";
import { BLACK, fill, type Pen, pathOf, stroke, text } from "./pen.ts";

const TORSO =
  "M770 66C790 66 797 82 795 98C794 110 788 118 784 122C784 132 790 136 806 139C838 145 866 150 874 178C880 204 880 262 878 318H662C660 262 660 204 666 178C674 150 702 145 734 139C750 136 756 132 756 122C752 118 746 110 745 98C743 82 750 66 770 66Z";
const FIELD =
  "M770 150C806 150 834 178 834 228C834 280 806 312 770 312C734 312 706 280 706 228C706 178 734 150 770 150Z";
const HEART =
  "M752 232C768 222 800 224 814 236C832 252 830 278 816 298C806 304 790 300 776 292C758 282 744 262 752 232Z";
const RIGHT_ATRIUM =
  "M737 222C728 232 728 258 740 268C750 270 758 262 758 246C758 230 748 218 737 222Z";

export interface PatientLook {
  readonly arterial: string;
  readonly venous: string;
  readonly crossClamped: boolean;
}

export function paintPatient(pen: Pen, look: PatientLook): void {
  fill(pen, TORSO, "#242220");
  stroke(pen, TORSO, "#4a4642", 1.5);
  fill(pen, FIELD, "#121110");
  stroke(pen, FIELD, COLOURS.edge, 1.5);
  for (const retractor of ["M712 196Q704 228 712 264", "M828 196Q836 228 828 264"]) {
    stroke(pen, retractor, COLOURS.steel2, 5);
    stroke(pen, retractor, COLOURS.edge2, 2.6);
  }
  pen.save();
  pen.clip(pathOf(FIELD));
  const cava = "M746 150C738 180 742 200 744 228C746 260 742 290 748 316";
  stroke(pen, cava, BLACK, 15);
  stroke(pen, cava, look.venous, 12.5);
  pen.restore();
  stroke(pen, "M784 232C784 204 790 196 812 194", BLACK, 16);
  stroke(pen, "M784 232C784 204 790 196 812 194", look.venous, 13);
  const aorta = "M770 240C768 196 776 170 796 170C818 170 822 192 820 244";
  stroke(pen, aorta, BLACK, 17);
  stroke(pen, aorta, look.arterial, 14.5);
  fill(pen, HEART, "#6a3733");
  stroke(pen, HEART, BLACK, 1);
  stroke(pen, "M752 232C768 222 800 224 814 236C832 252 830 278 816 298", "#9a6a60", 1.5);
  stroke(pen, "M788 232C782 254 792 280 812 298", "#9a6a60", 1.5);
  stroke(pen, "M799 262Q808 268 812 280", "#9a6a60", 1, { alpha: 0.8 });
  fill(pen, RIGHT_ATRIUM, look.venous);
  stroke(pen, RIGHT_ATRIUM, "#8d6a90", 1.3);
}

/** Drawn above the lines: the surgeon's clamp is the nearest thing to the eye. */
export function paintCrossClamp(pen: Pen, crossClamped: boolean): void {
  paintForceps(pen, {
    x: 771,
    y: 210,
    turnDegrees: -168,
    scale: 0.8,
    closed: crossClamped,
    tube: 14,
  });
  text(pen, "Aorta", 722, 172, { size: 13, weight: 600, align: "right" });
  text(pen, crossClamped ? "CLAMPED" : "open", 726, 187, {
    size: 12.5,
    weight: crossClamped ? 700 : 500,
    align: "right",
    colour: crossClamped ? COLOURS.t1 : COLOURS.t3,
  });
}
