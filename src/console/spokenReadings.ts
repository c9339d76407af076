/**
 * Readings for a reading voice: flow, pressure and level are said every ten seconds and at once when
 * their state changes, never with every number; a list of all of them can be read at any time.
 */
import { ALARMS } from "../world/contract/alarms.ts";
import { LINES, type Task } from "../world/contract/ids.ts";
import { clampName } from "./clampSites.ts";
import { fixed, percent } from "./format.ts";
import type { Kit } from "./kit.ts";
import { TASK_WORDS } from "./parts/handsTask.ts";

const SAID_EVERY_MS = 10_000;
const LISTED_EVERY_MS = 2000;
/** Share of a line from which an eye sees bubbles in it. */
const SEEN_FRACTION = 0.005;

export function speakReadings(kit: Kit): void {
  const { overlay } = kit;
  const status = hidden("div");
  status.setAttribute("role", "status");
  status.setAttribute("aria-label", "Readings");
  const list = hidden("ul");
  list.setAttribute("aria-label", "All readings");
  overlay.element.append(status, list);
  let saidAtMs = 0;
  let saidState = "";
  let listedAtMs = 0;
  overlay.onSync(() => {
    const nowMs = performance.now();
    const state = stateNow(kit);
    if (state !== saidState || nowMs - saidAtMs > SAID_EVERY_MS) {
      saidAtMs = nowMs;
      saidState = state;
      status.textContent = summary(kit);
    }
    if (nowMs - listedAtMs < LISTED_EVERY_MS) return;
    listedAtMs = nowMs;
    list.replaceChildren(
      ...rows(kit).map(([name, value]) => {
        const item = document.createElement("li");
        item.textContent = `${name}: ${value}`;
        return item;
      }),
    );
  });

  function stateNow({ readings: now }: Kit): string {
    const alarms = ALARMS.filter((alarm) => now.flag(`alarm.${alarm.id}.active`)).length;
    return `${now.word("pump.arterial.status")}${alarms}${linesWithAir(kit).join()}`;
  }
}

function summary({ readings }: Kit): string {
  const flow = fixed(readings.number("circuit.arterialFlowDisplayedLpm"), 1);
  const map = fixed(readings.number("patient.arterialPressureMeanMmHg"), 0);
  const level = fixed(Math.round(readings.number("circuit.reservoirVolumeMl") / 50) * 50, 0);
  const air = linesWithAir({ readings });
  const seen = air.length === 0 ? "" : ` Air is seen: ${air.join(", ")}.`;
  return `Flow ${flow} litres per minute, mean pressure ${map}, reservoir ${level} millilitres, arterial head ${readings.word("pump.arterial.status")}.${seen}`;
}

function rows({ readings }: Kit): readonly (readonly [string, string])[] {
  const number = (id: string, decimals: number, unit: string) =>
    `${fixed(readings.number(id), decimals)} ${unit}`;
  return [
    ["Flow probe", number("circuit.arterialFlowDisplayedLpm", 2, "L/min")],
    ["Pre-membrane pressure", number("circuit.premembranePressureMmHg", 0, "mmHg")],
    ["Line pressure", number("circuit.postmembranePressureMmHg", 0, "mmHg")],
    ["Reservoir", number("circuit.reservoirVolumeMl", 0, "mL")],
    ["Reservoir pressure", number("gas.reservoirPressureMmHg", 0, "mmHg")],
    ["Minimum level in", number("circuit.timeToMinimumS", 0, "s")],
    ["Empty in", number("circuit.timeToEmptyS", 0, "s")],
    [
      "Venous saturation",
      `${percent(readings.number("circuit.venousSaturationDisplayedFraction"))} %`,
    ],
    [
      "Arterial saturation",
      `${percent(readings.number("circuit.arterialSaturationDisplayedFraction"))} %`,
    ],
    ["Arterial PO2", number("circuit.arterialOxygenTensionDisplayedMmHg", 0, "mmHg")],
    ["Haematocrit", `${percent(readings.number("circuit.hematocritDisplayedFraction"))} %`],
    ["Arterial temperature", number("circuit.arterialTemperatureC", 1, "°C")],
    ["Venous temperature", number("circuit.venousTemperatureC", 1, "°C")],
    ["Flow index", number("circuit.flowIndexLpmPerM2", 2, "L/min/m²")],
    ["Oxygen delivery index", number("circuit.oxygenDeliveryIndexMlPerMinPerM2", 0, "mL/min/m²")],
    ["Bubbles", number("circuit.bubbleVolumeDisplayedMl", 1, "mL")],
    ["Hands", handsWords({ readings })],
    ["Air seen in", linesWithAir({ readings }).join(", ") || "no line"],
    ["Crank rate", number("crank.rateRpm", 0, "rpm")],
  ];
}

/** What the hands do, and for how long still; or that they are not at the console. */
function handsWords({ readings }: Pick<Kit, "readings">): string {
  const task = TASK_WORDS[readings.word<Task>("hands.task")];
  if (!task) return "free";
  const left = `${fixed(Math.ceil(readings.number("hands.taskLeftS") || 0), 0)} s`;
  return readings.flag("hands.away")
    ? `away from the console, back in ${left}`
    : `${task}, ${left}`;
}

/** What the eye sees as bubbles in the tubing: "reservoir outlet", "arterial". */
function linesWithAir({ readings }: Pick<Kit, "readings">): readonly string[] {
  return LINES.filter((line) => readings.number(`line.${line}.gasFraction`) > SEEN_FRACTION).map(
    (line) => (line === "oxygenator" || line === "filter" ? line : clampName(line)),
  );
}

function hidden(tag: "div" | "ul"): HTMLElement {
  const element = document.createElement(tag);
  element.className = "unseen";
  return element;
}
