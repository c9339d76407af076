/** Safety tiles (level, bubble, pressure) and the head they are linked to. */
import {
  type Head,
  MAIN_DEVICES,
  type MainDevice,
  SAFETY_MODES,
  type SafetyMode,
} from "../../world/contract/ids.ts";
import { fixed } from "../format.ts";
import type { Kit } from "../kit.ts";
import { bayFor } from "../layout/layouts.ts";
import { pointIn } from "../layout/placement.ts";
import { choices, heading, row } from "../menuItems.ts";
import { paintSafety, SAFETY_TILES, type TileLook } from "../paint/panels.ts";
import type { SafetyState } from "../paint/shapes.ts";
import { placePanel } from "./panelPlace.ts";
import { addLook } from "./vessels.ts";

const NAMES: Readonly<Record<MainDevice, string>> = {
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

function limitWords({ readings }: Kit, device: MainDevice): string {
  if (device === "level") return `${fixed(readings.number("safety.levelLimitMl"), 0)} mL`;
  if (device === "bubble") return `${fixed(readings.number("safety.bubbleLimitMl"), 1)} mL`;
  return `${fixed(readings.number("safety.pressureLimitMmHg"), 0)} mmHg`;
}

export function safetyTile(
  { readings }: Kit,
  device: MainDevice,
): { state: SafetyState; word: string } {
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
  const { overlay, readings, layout } = kit;
  const place = placePanel(kit, "safety", "Safety", { x: 1128, y: 404, w: 244, h: 112 });
  const { group } = place;
  const linked = () => {
    const bay = bayFor(layout, readings.word<Head>("safety.linkedHead"));
    const off = readings.flag(`pump.${bay.head}.switchedOn`) ? "" : ", off";
    return `linked to head ${bay.number}${off}`;
  };
  overlay.button({
    region: place.region({ x: 1240, y: 398, w: 130, h: 44 }),
    group,
    name: () => `Safety devices ${linked()}. Link to another head`,
    opensMenu: true,
    press: (opener) => openLinks(kit, opener),
  });
  addLook(kit, "safetyLinks", place.region({ x: 1130, y: 398, w: 104, h: 44 }), group);
  const twins = MAIN_DEVICES.map((device, index) =>
    overlay.button({
      region: place.region({ x: SAFETY_TILES[index] as number, y: 444, w: 74, h: 65 }),
      group,
      name: () =>
        `${NAMES[device]} safety, ${limitWords(kit, device)}: ${safetyTile(kit, device).word}`,
      opensMenu: true,
      press: (opener) => openDevice(kit, device, opener),
    }),
  );
  const tiles = (): readonly TileLook[] =>
    MAIN_DEVICES.map((device, index) => ({
      name: NAMES[device],
      limit: limitWords(kit, device),
      ...safetyTile(kit, device),
      hover: twins[index]?.state() !== "",
    }));
  place.draw(
    "safety",
    () => [linked(), ...tiles().map((tile) => Object.values(tile).join())].join("|"),
    (pen) => paintSafety(pen, tiles(), linked()),
  );
}

function openDevice(kit: Kit, device: MainDevice, opener: HTMLElement): void {
  const { readings, act } = kit;
  kit.popover.open({
    name: `${NAMES[device]} safety`,
    at: pointIn(kit.layout.panels.safety, { x: 1130, y: 470 }),
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
      row(body, { label: "Safety matrix…", act: () => (close(), kit.openDrawer("machine")) });
    },
  });
}

/** Overriding is deliberate: choose a time, then confirm it. */
function overrideItems(
  { readings, act }: Kit,
  device: MainDevice,
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
    at: pointIn(kit.layout.panels.safety, { x: 1130, y: 420 }),
    opener,
    build: (body, close) => {
      for (const bay of kit.layout.bays) {
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
