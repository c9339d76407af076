/**
 * Timers above the right column; "No flow" takes the last place while forward flow is lost. Where
 * there are only two places, the last shows cross-clamp, or the time since cardioplegia when asked.
 */
import type { Timer } from "../../world/contract/ids.ts";
import { hoursMinutesSeconds } from "../format.ts";
import type { Kit } from "../kit.ts";
import { row } from "../menuItems.ts";
import { paintTimer, paintTimerRules } from "../paint/band.ts";
import { CONTROL_PERIOD_MS } from "../plate.ts";

const TIMER_DEPTH = 40;
const NO_FLOW_BELOW_LPM = 1;

const NAMES: Readonly<Record<Timer, string>> = {
  bypass: "Bypass",
  crossClamp: "Cross-clamp",
  cardioplegia: "Since CPG",
  noFlow: "No flow",
};

export function addTimers(kit: Kit): void {
  const { stage, readings, overlay, layout } = kit;
  const { xs, w, h } = layout.timers;
  const group = overlay.group("Timers");
  const noFlow = () =>
    readings.number("circuit.arterialFlowDisplayedLpm") < NO_FLOW_BELOW_LPM &&
    readings.number("timer.noFlowS") > 0;
  const choice: LastPlace = { timer: xs.length < 3 ? "crossClamp" : "cardioplegia" };
  const last = (): Timer => (noFlow() ? "noFlow" : choice.timer);
  const places: readonly (() => Timer)[] =
    xs.length < 3 ? [() => "bypass", last] : [() => "bypass", () => "crossClamp", last];
  stage.plate({
    ...layout.regions.timers,
    depth: TIMER_DEPTH - 1,
    shows: () => "rules",
    paint: (pen) => paintTimerRules(pen, layout.timers),
  });
  places.forEach((timerHere, index) => {
    const x = xs[index] as number;
    const reading = () => hoursMinutesSeconds(readings.number(`timer.${timerHere()}S`));
    const running = () => readings.flag(`timer.${timerHere()}.running`);
    const twin = overlay.button({
      region: { x: x - 4, y: 4, w, h },
      group,
      name: () => `${NAMES[timerHere()]} timer`,
      opensMenu: true,
      press: (opener) => openTimer(kit, timerHere(), x, opener, xs.length < 3 ? choice : undefined),
    });
    stage.plate({
      x: x - 7,
      y: 2,
      w: w + 10,
      h: h + 4,
      depth: TIMER_DEPTH,
      everyMs: CONTROL_PERIOD_MS,
      thing: `timer.${timerHere()}`,
      shows: () => [timerHere(), reading(), running(), twin.state()].join(),
      paint: (pen) =>
        paintTimer(pen, x, layout.timers, {
          name: NAMES[timerHere()],
          reading: reading(),
          running: running(),
          hover: twin.state() !== "",
          urgent: timerHere() === "noFlow",
        }),
    });
  });
}

/** Which timer the last place shows where there are only two. */
interface LastPlace {
  timer: "crossClamp" | "cardioplegia";
}

function openTimer(
  kit: Kit,
  timer: Timer,
  x: number,
  opener: HTMLElement,
  choice: LastPlace | undefined,
): void {
  const running = kit.readings.flag(`timer.${timer}.running`);
  kit.popover.open({
    name: `${NAMES[timer]} timer`,
    at: { x: x + 40, y: 130 },
    opener,
    build: (body, close) => {
      row(body, {
        label: running ? "Stop" : "Start",
        act: () => (kit.act({ type: running ? "timer.stop" : "timer.start", timer }), close()),
      });
      const reset = row(body, {
        label: "Reset to zero",
        act: () => {
          if (reset.classList.contains("hard")) {
            kit.act({ type: "timer.reset", timer });
            close();
            return;
          }
          reset.classList.add("hard");
          reset.textContent = "Press again to reset";
        },
      });
      if (!choice || timer === "bypass") return;
      const other = choice.timer === "crossClamp" ? "cardioplegia" : "crossClamp";
      row(body, {
        label: `Show ${NAMES[other]}`,
        note: hoursMinutesSeconds(kit.readings.number(`timer.${other}S`)),
        act: () => {
          choice.timer = other;
          close();
        },
      });
    },
  });
}
