/** Alarm bar, audio pause, the list of active alarms; and the voice of the top alarm. */
import { FlashGate, flashLit } from "../../tokens/flash.ts";
import { type ActiveAlarm, activeAlarms, barOrder, listOrder } from "../alarmOrder.ts";
import { alarmAge, minutesSeconds } from "../format.ts";
import type { Kit } from "../kit.ts";
import { note, row } from "../menuItems.ts";
import { paintAlarmBar } from "../paint/band.ts";

const BAR_DEPTH = 40;
const MARKS = { high: "▲", medium: "◆", low: "●" } as const;
const PRIORITY_WORD = {
  high: "High priority",
  medium: "Medium priority",
  low: "Low priority",
} as const;

export function addAlarmBar(kit: Kit): void {
  const { overlay, stage, readings, layout } = kit;
  const bar = layout.regions.alarmBar;
  const place = { ...layout.alarmBar, bar };
  const group = overlay.group("Alarms");
  const pauseLeft = () => readings.number("alarms.audioPauseLeftS") || 0;
  let active: readonly ActiveAlarm[] = [];
  let seenTick = -1;
  const sayTop = addAlarmVoice(kit);
  // With every frame and not with the names of the controls: an alarm must be seen and said at once.
  stage.onFrame(() => {
    if (readings.tick === seenTick) return;
    seenTick = readings.tick;
    active = barOrder(activeAlarms(readings));
    sayTop(active);
  });
  const pause = overlay.button({
    region: place.pause,
    group,
    name: () => (pauseLeft() > 0 ? "End the audio pause" : "Pause alarm audio for two minutes"),
    press: () => kit.act({ type: pauseLeft() > 0 ? "alarm.resumeAudio" : "alarm.pauseAudio" }),
  });
  const openList = (opener: HTMLElement) => openAlarmList(kit, opener);
  const list = overlay.button({
    region: place.list,
    group,
    name: () => `Alarm list, ${active.length} active`,
    opensMenu: true,
    press: openList,
  });
  overlay.button({
    region: { ...bar, w: place.pause.x - 4 - bar.x },
    group,
    name: () =>
      active[0] ? `Top alarm: ${active[0].title}. Open the list` : "No alarms. Open the list",
    opensMenu: true,
    press: () => openList(list.element),
  });
  const gate = new FlashGate();
  const look = () => {
    const top = active[0];
    const nowMs = performance.now();
    const flashes = top && !top.acknowledged && !kit.reducedMotion;
    const beat =
      kit.reducedMotion && top && !top.acknowledged && Math.floor(nowMs / 1000) % 2 === 1;
    const lit = !flashes || flashLit(top.priority, nowMs);
    const badge = gate.show({ lit, priority: top?.priority ?? null }, nowMs);
    return {
      priority: badge.priority,
      title: top?.title ?? "",
      text: top?.text ?? "",
      activeS: Math.floor(top?.activeS ?? 0),
      lit: badge.lit,
      frameWidth: beat ? 4 : 2,
      pauseLeft: pauseLeft() > 0 ? minutesSeconds(pauseLeft()) : "",
      activeCount: active.length,
      pauseKey: pause.state(),
      listKey: list.state(),
    };
  };
  stage.plate({
    ...bar,
    h: bar.h + 3,
    depth: BAR_DEPTH,
    everyMs: 0,
    thing: "alarm",
    shows: () => Object.values(look()).join("|"),
    paint: (pen) => paintAlarmBar(pen, place, look()),
  });
}

/** The top alarm is said once when it becomes the top one. */
function addAlarmVoice({ overlay }: Kit): (active: readonly ActiveAlarm[]) => void {
  const alert = document.createElement("div");
  alert.className = "unseen";
  alert.setAttribute("role", "alert");
  overlay.element.append(alert);
  let said = "";
  return (active) => {
    const top = active.find((alarm) => !alarm.acknowledged);
    const words = top ? `${PRIORITY_WORD[top.priority]}: ${top.title}. ${top.text}` : "";
    if (words === said) return;
    said = words;
    alert.textContent = words;
  };
}

function openAlarmList(kit: Kit, opener: HTMLElement): void {
  const alarms = listOrder(activeAlarms(kit.readings));
  kit.popover.open({
    name: alarms.length === 1 ? "1 active alarm" : `${alarms.length} active alarms`,
    at: { x: kit.layout.alarmBar.pause.x - 200, y: kit.layout.regions.field.y },
    opener,
    width: 380,
    build: (body, close) => {
      if (alarms.length === 0) note(body, "Nothing is in alarm.");
      else {
        row(body, {
          label: "Acknowledge all",
          hard: true,
          act: () => (kit.act({ type: "alarm.acknowledge" }), close()),
        });
        body.append(alarmRows(alarms));
      }
      row(body, { label: "Close", act: close });
    },
  });
}

function alarmRows(alarms: readonly ActiveAlarm[]): HTMLElement {
  const list = document.createElement("ol");
  for (const alarm of alarms) {
    const item = document.createElement("li");
    const mark = document.createElement("span");
    mark.className = `mark ${alarm.priority}`;
    mark.textContent = MARKS[alarm.priority];
    mark.setAttribute("role", "img");
    mark.setAttribute("aria-label", PRIORITY_WORD[alarm.priority]);
    const title = document.createElement("b");
    title.textContent = alarm.title;
    const since = document.createElement("time");
    since.textContent = alarmAge(alarm.activeS) + (alarm.acknowledged ? " seen" : "");
    const words = document.createElement("small");
    words.textContent = alarm.text;
    item.append(mark, title, since, words);
    list.append(item);
  }
  return list;
}
