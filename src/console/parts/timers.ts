/** Three timers above the right column; "No flow" takes the third place while forward flow is lost. */
import type { Timer } from "../../world/contract/ids.ts";
import { hoursMinutesSeconds } from "../format.ts";
import type { Kit } from "../kit.ts";
import { row } from "../menuItems.ts";
import { paintTimer, paintTimerRules, TIMER_X } from "../paint/band.ts";
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
  const { stage, readings, overlay } = kit;
  const group = overlay.group("Timers");
  const noFlow = () =>
    readings.number("circuit.arterialFlowDisplayedLpm") < NO_FLOW_BELOW_LPM &&
    readings.number("timer.noFlowS") > 0;
  const places: readonly (() => Timer)[] = [
    () => "bypass",
    () => "crossClamp",
    () => (noFlow() ? "noFlow" : "cardioplegia"),
  ];
  stage.plate({
    x: 1218,
    y: 8,
    w: 112,
    h: 42,
    depth: TIMER_DEPTH - 1,
    shows: () => "rules",
    paint: paintTimerRules,
  });
  places.forEach((timerHere, index) => {
    const x = TIMER_X[index] as number;
    const reading = () => hoursMinutesSeconds(readings.number(`timer.${timerHere()}S`));
    const running = () => readings.flag(`timer.${timerHere()}.running`);
    const twin = overlay.button({
      region: { x: x - 4, y: 4, w: 98, h: 48 },
      group,
      name: () => `${NAMES[timerHere()]} timer`,
      opensMenu: true,
      press: (opener) => openTimer(kit, timerHere(), x, opener),
    });
    stage.plate({
      x: x - 7,
      y: 2,
      w: 108,
      h: 52,
      depth: TIMER_DEPTH,
      everyMs: CONTROL_PERIOD_MS,
      thing: `timer.${timerHere()}`,
      shows: () => [timerHere(), reading(), running(), twin.state()].join(),
      paint: (pen) =>
        paintTimer(pen, x, {
          name: NAMES[timerHere()],
          reading: reading(),
          running: running(),
          hover: twin.state() !== "",
          urgent: timerHere() === "noFlow",
        }),
    });
  });
}

function openTimer(kit: Kit, timer: Timer, x: number, opener: HTMLElement): void {
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
    },
  });
}
