/** Safety tiles (level, bubble, pressure), the head they are linked to, and the power strip. */
import {
  SAFETY_DEVICES,
  SAFETY_MODES,
  type Head,
  type PowerSource,
  type SafetyDevice,
  type SafetyMode,
} from "../../world/contract/ids.ts";
import { BAYS, bayFor } from "../bays.ts";
import { fixed, MISSING, percent } from "../format.ts";
import type { Kit } from "../kit.ts";
import { choices, heading, note, row } from "../menuItems.ts";
import { paintPower, paintSafety, SAFETY_TILES, type TileLook } from "../paint/panels.ts";
import type { SafetyState } from "../paint/shapes.ts";
import { CONTROL_PERIOD_MS } from "../plate.ts";
import { addLook } from "./vessels.ts";

const PANEL_DEPTH = 40;

const NAMES: Readonly<Record<SafetyDevice, string>> = {
  level: "Level",
  bubble: "Bubble",
  pressure: "Pressure",
};
const MODE_WORD: Readonly<Record<SafetyMode, string>> = {
  off: "Off",
  alarmOnly: "Alarm only",
  alarmStop: "Armed",
};
const MODE_CHOICE: Readonly<Record<SafetyMode, string>> = {
  off: "Off",
  alarmOnly: "Alarm only",
  alarmStop: "Alarm + stop",
};

function limitWords({ readings }: Kit, device: SafetyDevice): string {
  if (device === "level") return `${fixed(readings.number("safety.levelLimitMl"), 0)} mL`;
  if (device === "bubble") return `${fixed(readings.number("safety.bubbleLimitMl"), 1)} mL`;
  return `${fixed(readings.number("safety.pressureLimitMmHg"), 0)} mmHg`;
}

function tileState({ readings }: Kit, device: SafetyDevice): { state: SafetyState; word: string } {
  const left = readings.number(`safety.${device}.overrideLeftS`) || 0;
  if (left > 0) return { state: "override", word: `Override ${Math.ceil(left)} s` };
  if (readings.flag(`safety.${device}.tripped`)) return { state: "tripped", word: "Tripped" };
  const mode = readings.word<SafetyMode>(`safety.${device}.mode`);
  // While a crank is fitted no servo can stop the arm.
  const byHand =
    readings.word("crank.place") === "fitted" &&
    readings.word("crank.head") === readings.word("safety.linkedHead");
  if (mode === "alarmStop" && byHand) return { state: "alarmOnly", word: "Alarm only" };
  return { state: mode === "alarmStop" ? "armed" : mode, word: MODE_WORD[mode] };
}

export function addSafety(kit: Kit): void {
  const { overlay, stage, readings } = kit;
  const group = overlay.group("Safety");
  const linked = () => {
    const bay = bayFor(readings.word<Head>("safety.linkedHead"));
    const off = readings.flag(`pump.${bay.head}.switchedOn`) ? "" : ", off";
    return `linked to head ${bay.number}${off}`;
  };
  overlay.button({
    region: { x: 1240, y: 404, w: 130, h: 28 },
    group,
    name: () => `Safety devices ${linked()}. Link to another head`,
    opensMenu: true,
    press: (opener) => openLinks(kit, opener),
  });
  addLook(kit, "safetyLinks", { x: 1130, y: 404, w: 100, h: 28 }, group);
  const twins = SAFETY_DEVICES.map((device, index) =>
    overlay.button({
      region: { x: SAFETY_TILES[index] as number, y: 431, w: 74, h: 78 },
      group,
      name: () =>
        `${NAMES[device]} safety, ${limitWords(kit, device)}: ${tileState(kit, device).word}`,
      opensMenu: true,
      press: (opener) => openDevice(kit, device, opener),
    }),
  );
  const tiles = (): readonly TileLook[] =>
    SAFETY_DEVICES.map((device, index) => ({
      name: NAMES[device],
      limit: limitWords(kit, device),
      ...tileState(kit, device),
      hover: twins[index]?.state() !== "",
    }));
  stage.plate({
    x: 1128,
    y: 404,
    w: 244,
    h: 112,
    depth: PANEL_DEPTH,
    everyMs: CONTROL_PERIOD_MS,
    thing: "safety",
    shows: () =>
      linked() +
      tiles()
        .map((tile) => Object.values(tile).join())
        .join("|"),
    paint: (pen) => paintSafety(pen, tiles(), linked()),
  });
}

function openDevice(kit: Kit, device: SafetyDevice, opener: HTMLElement): void {
  const { readings, act } = kit;
  kit.popover.open({
    name: `${NAMES[device]} safety`,
    at: { x: 1130, y: 470 },
    opener,
    width: 270,
    build: (body, close) => {
      const mode = readings.word<SafetyMode>(`safety.${device}.mode`);
      if (readings.flag(`safety.${device}.tripped`)) {
        row(body, {
          label: "Re-arm",
          hard: true,
          act: () => (act({ type: "safety.reset", device }), close()),
        });
      }
      choices(
        body,
        "Mode",
        SAFETY_MODES.map((each) => ({
          label: MODE_CHOICE[each],
          current: mode === each,
          act: () => (act({ type: "safety.setMode", device, mode: each }), close()),
        })),
      );
      overrideItems(kit, device, body, close);
    },
  });
}

/** Overriding is deliberate: choose a time, then confirm it. */
function overrideItems(
  { readings, act }: Kit,
  device: SafetyDevice,
  body: HTMLElement,
  close: () => void,
): void {
  heading(body, "Override: let the pump run against it");
  if ((readings.number(`safety.${device}.overrideLeftS`) || 0) > 0) {
    row(body, {
      label: "End the override",
      act: () => (act({ type: "safety.endOverride", device }), close()),
    });
    return;
  }
  let chosen: 30 | 120 | undefined;
  const buttons = new Map<30 | 120, HTMLButtonElement>();
  const confirm = document.createElement("div");
  for (const [durationS, label] of [
    [30, "30 s"],
    [120, "2 min"],
  ] as const) {
    const button = row(body, {
      label: `Override for ${label}`,
      current: false,
      act: () => {
        chosen = durationS;
        for (const [each, other] of buttons)
          other.setAttribute("aria-pressed", String(each === durationS));
        confirm.replaceChildren();
        row(confirm, {
          label: `Confirm override, ${label}`,
          hard: true,
          act: () => {
            if (chosen) act({ type: "safety.override", device, durationS: chosen });
            close();
          },
        }).focus();
      },
    });
    buttons.set(durationS, button);
  }
  body.append(confirm);
}

function openLinks(kit: Kit, opener: HTMLElement): void {
  const linked = kit.readings.word("safety.linkedHead");
  kit.popover.open({
    name: "Level, bubble and pressure stop",
    at: { x: 1130, y: 420 },
    opener,
    build: (body, close) => {
      for (const bay of BAYS) {
        row(body, {
          label: `${bay.number}  ${bay.name}`,
          current: bay.head === linked,
          act: () => (kit.act({ type: "safety.link", head: bay.head }), close()),
        });
      }
      row(body, {
        label: "Look at the safety links",
        act: () => (kit.act({ type: "inspect", what: "safetyLinks" }), close()),
      });
    },
  });
}

export function addPower(kit: Kit): void {
  const { overlay, stage, readings } = kit;
  const source = () => readings.word<PowerSource>("power.source");
  const left = () => {
    const seconds = readings.number("power.batteryLeftS");
    if (!Number.isFinite(seconds)) return MISSING;
    return seconds < 120 ? `${fixed(seconds, 0)} s` : `${fixed(Math.floor(seconds / 60), 0)} min`;
  };
  const twin = overlay.button({
    region: { x: 1128, y: 517, w: 244, h: 44 },
    name: () =>
      `Power: ${source()}, battery ${percent(readings.number("power.batteryFraction"))} %, ${left()}`,
    opensMenu: true,
    press: (opener) =>
      kit.popover.open({
        name: "Power",
        at: { x: 1130, y: 538 },
        opener,
        build: (body, close) => {
          note(body, source() === "mains" ? "The console runs on mains." : "Mains power is lost.");
          row(body, {
            label: "Move the plug to the emergency supply",
            act: () => (kit.act({ type: "power.movePlug" }), close()),
          });
          row(body, {
            label: "Look at the power",
            act: () => (kit.act({ type: "inspect", what: "power" }), close()),
          });
        },
      }),
  });
  const look = () => ({
    source: source(),
    chargeShare: readings.number("power.batteryFraction") || 0,
    charge: `${percent(readings.number("power.batteryFraction"))} %`,
    left: left(),
    hover: twin.state() !== "",
  });
  stage.plate({
    x: 1128,
    y: 522,
    w: 244,
    h: 34,
    depth: PANEL_DEPTH,
    everyMs: CONTROL_PERIOD_MS,
    thing: "power",
    shows: () => {
      const { source: from, charge, left: minutes, hover } = look();
      return [from, charge, minutes, hover].join();
    },
    paint: (pen) => paintPower(pen, look()),
  });
}
