/** The gas panel: FiO2 and isoflurane dials, sweep and CO2 tubes, analyser, three gauges. */
import { COLOURS } from "../../tokens/colours.ts";
import { paintKnob } from "./knob.ts";
import { BLACK, box, disc, fill, glass, key, type Pen, panel, stroke, text, WHITE } from "./pen.ts";
import { alarmShape } from "./shapes.ts";

export interface GasLook {
  readonly fio2: string;
  readonly fio2Share: number;
  readonly agent: string;
  readonly agentShare: number;
  readonly sweepSet: string;
  readonly sweepSetShare: number;
  readonly sweepShare: number;
  readonly sweep: string;
  readonly co2: string;
  readonly co2Share: number;
  readonly analyser: string;
  readonly site: string;
  readonly analyserAlarm: boolean;
  readonly gauges: readonly GaugeLook[];
  readonly hovers: string;
  readonly more: string;
}

export interface GaugeLook {
  readonly name: string;
  readonly value: string;
  readonly share: number;
  /** Share of the scale below which the zone is low. */
  readonly lowShare: number;
  readonly alarm: boolean;
}

/** Tubes of the flow meters: floats are read at their top edge. */
export const SWEEP_TUBE = { x: 1233, y: 108, w: 20, h: 82, floorY: 184, spanPx: 70 } as const;
export const CO2_TUBE = { ...SWEEP_TUBE, x: 1275 } as const;

function paintTube(
  pen: Pen,
  tube: { readonly x: number },
  look: { readonly share: number; readonly setShare: number; readonly hover: boolean },
): void {
  const { y, w, h, floorY, spanPx } = SWEEP_TUBE;
  const { x } = tube;
  box(pen, x, y, w, h, {
    radius: 4,
    fill: COLOURS.glass,
    edge: look.hover ? COLOURS.dim : BLACK,
  });
  stroke(pen, `M${x + 4} ${y + 5}V${y + h - 5}`, WHITE, 1, { alpha: 0.12 });
  for (let tick = 0; tick <= 5; tick += 1) {
    const tickY = floorY - (tick / 5) * spanPx;
    stroke(pen, `M${x + w + 1} ${tickY}h4`, tick % 5 === 0 ? COLOURS.t3 : COLOURS.dim, 1.2, {
      cap: "butt",
    });
  }
  const setY = floorY - look.setShare * spanPx;
  fill(pen, `M${x - 7} ${setY - 4}L${x - 1} ${setY}L${x - 7} ${setY + 4}Z`, COLOURS.t2);
  const top = floorY - look.share * spanPx;
  fill(pen, `M${x + 3} ${top}H${x + w - 3}L${x + w - 6} ${top + 8}H${x + 6}Z`, COLOURS.t1);
}

/** A round gauge of 17 px: its low zone a thick arc, its pointer over 270 degrees. */
function paintGauge(pen: Pen, x: number, y: number, gauge: GaugeLook): void {
  text(pen, gauge.name, x, y - 24, { size: 12, colour: COLOURS.t2, align: "center" });
  disc(pen, x, y, 17, { fill: COLOURS.glass, edge: COLOURS.steel2, edgeWidth: 1.5 });
  const at = (share: number, radius: number): string => {
    const angle = ((135 + 270 * share) * Math.PI) / 180;
    return `${x + radius * Math.cos(angle)} ${y + radius * Math.sin(angle)}`;
  };
  const large = gauge.lowShare * 270 > 180 ? 1 : 0;
  stroke(
    pen,
    `M${at(0, 13)}A13 13 0 ${large} 1 ${at(gauge.lowShare, 13)}`,
    gauge.alarm ? COLOURS.med : COLOURS.dim,
    3.5,
    { cap: "butt" },
  );
  const share = Math.min(1, Math.max(0, gauge.share));
  stroke(pen, `M${x} ${y}L${at(share, 12)}`, COLOURS.t1, 2.4);
  disc(pen, x, y, 2.4, { fill: COLOURS.t1 });
  text(pen, gauge.value, x, y + 31, { size: 13, weight: 600, align: "center" });
  if (gauge.alarm) alarmShape(pen, "medium", x + 18, y - 14, 13);
}

function paintDials(pen: Pen, look: GasLook): void {
  text(pen, "FiO₂", 1178, 104, { size: 13, colour: COLOURS.t2, align: "center" });
  paintKnob(pen, 1178, 150, 33, look.fio2Share, look.hovers.includes("f"));
  text(pen, look.fio2, 1178, 214, { size: 26, weight: 600, align: "center" });
  text(pen, "%", 1198, 214, { size: 13, colour: COLOURS.t2 });
  text(pen, "Isoflurane", 1334, 104, { size: 13, colour: COLOURS.t2, align: "center" });
  paintKnob(pen, 1334, 146, 25, look.agentShare, look.hovers.includes("i"));
  text(pen, look.agent, 1330, 212, { size: 20, weight: 600, align: "center" });
  text(pen, "%", 1350, 212, { size: 13, colour: COLOURS.t2 });
}

function paintTubes(pen: Pen, look: GasLook): void {
  text(pen, "Sweep", 1243, 102, { size: 12.5, colour: COLOURS.t2, align: "center" });
  text(pen, "CO₂", 1286, 102, { size: 12.5, colour: COLOURS.t2, align: "center" });
  paintTube(pen, SWEEP_TUBE, {
    share: look.sweepShare,
    setShare: look.sweepSetShare,
    hover: look.hovers.includes("s"),
  });
  paintTube(pen, CO2_TUBE, {
    share: look.co2Share,
    setShare: look.co2Share,
    hover: look.hovers.includes("c"),
  });
  text(pen, look.sweep, 1243, 208, { size: 19, weight: 600, align: "center" });
  text(pen, look.co2, 1286, 208, { size: 15, weight: 600, align: "center" });
  text(pen, "L/min", 1264, 222, { size: 12, colour: COLOURS.t3, align: "center" });
}

export function paintGas(pen: Pen, look: GasLook): void {
  panel(pen, 1128, 64, 244, 244);
  text(pen, "Gas", 1138, 84, { size: 14, weight: 600 });
  const nudge = key(pen, 1292, 67, 76, 22, {
    pressed: look.more === "down",
    hover: look.more === "hover",
  });
  text(pen, "Supply…", 1330, 82 + nudge, { size: 12.5, weight: 600, align: "center" });
  paintDials(pen, look);
  paintTubes(pen, look);
  stroke(pen, "M1136 230.5H1364", COLOURS.edge, 1);
  glass(pen, 1136, 238, 74, 62);
  text(pen, "O₂ analyser", 1142, 254, { size: 12, colour: COLOURS.t2 });
  text(pen, look.analyser, 1186, 278, { size: 24, weight: 600, align: "right" });
  text(pen, "%", 1190, 278, { size: 13, colour: COLOURS.t2 });
  text(pen, look.site, 1142, 294, { size: 12, colour: COLOURS.t3 });
  if (look.analyserAlarm) {
    box(pen, 1136.75, 238.75, 72.5, 60.5, { radius: 4, edge: COLOURS.high, edgeWidth: 1.5 });
    alarmShape(pen, "high", 1201, 292, 13);
  }
  look.gauges.forEach((gauge, at) => paintGauge(pen, 1240 + at * 52, 264, gauge));
}
