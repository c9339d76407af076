/** How much is in the reservoir, and how soon it empties when what flows in stops. */
import { COLOURS } from "../../tokens/colours.ts";
import type { AlarmPriority } from "../../world/contract/alarms.ts";
import { alarmAmong } from "../alarmOrder.ts";
import { fixed, MISSING } from "../format.ts";
import type { Kit } from "../kit.ts";
import { fittingSize, stroke, text } from "../paint/pen.ts";
import { alarmShape } from "../paint/shapes.ts";
import { tagFrame } from "../paint/tag.ts";

const TAG_DEPTH = 26;
const SHOWN_FROM_MMHG = 3;

export function addReservoirReadout(kit: Kit): void {
  const { readings } = kit;
  const { region, nameY, volumeY, ruleY, emptiesY, secondsY } = kit.layout.readout;
  const { x, y, w } = region;
  const right = x + w - 7;
  const seconds = (id: string) => {
    const left = readings.number(id);
    return left >= 999 ? MISSING : fixed(Math.floor(left), 0);
  };
  const alarm = (): AlarmPriority | null =>
    alarmAmong(readings, ["reservoirPressure", "levelLow", "timeToEmpty"]);
  const words = () => [
    fixed(readings.number("circuit.reservoirVolumeMl") / 10, 0),
    seconds("circuit.timeToMinimumS"),
    seconds("circuit.timeToEmptyS"),
  ];
  /** Worth its place only when the reservoir is not open to the room. */
  const pressed = () => {
    const mmHg = Math.round(readings.number("gas.reservoirPressureMmHg"));
    return Math.abs(mmHg) >= SHOWN_FROM_MMHG ? `${mmHg > 0 ? "+" : ""}${fixed(mmHg, 0)} mmHg` : "";
  };
  kit.stage.plate({
    ...region,
    depth: TAG_DEPTH,
    shows: () => [...words(), pressed(), alarm()].join(),
    paint: (pen) => {
      const priority = alarm();
      const volume = Math.round(readings.number("circuit.reservoirVolumeMl") / 10) * 10;
      const [, toMinimum = MISSING, toDry = MISSING] = words();
      const name = { size: 12.5, colour: COLOURS.t2 } as const;
      const unit = { size: 13, colour: COLOURS.t2 } as const;
      const foot = { ...unit, align: "right" } as const;
      tagFrame(pen, region, priority);
      text(pen, pressed() || "Reservoir", x + 8, y + nameY, name);
      text(pen, fixed(volume, 0), x + 68, y + volumeY, { size: 27, weight: 600, align: "right" });
      text(pen, "mL", x + 74, y + volumeY, unit);
      stroke(pen, `M${x + 6} ${y + ruleY}H${x + w - 6}`, COLOURS.edge, 1, { cap: "butt" });
      text(pen, "Empties in", x + 8, y + emptiesY, name);
      const baseline = y + secondsY;
      const isStill = toDry === MISSING;
      if (isStill) text(pen, "no outflow", right, baseline - 1, foot);
      else {
        text(pen, "s", x + 42, baseline, unit);
        text(pen, `min ${toMinimum}`, right, baseline, foot);
      }
      const size = isStill ? 19 : fittingSize(pen, toDry, 32, { size: 27, weight: 600 });
      text(pen, toDry, x + (isStill ? 30 : 39), baseline, { size, weight: 600, align: "right" });
      if (priority) alarmShape(pen, priority, x + w - 13, y + 12, 14);
    },
  });
}
