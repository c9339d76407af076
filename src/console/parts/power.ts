/** Mains, battery and the plug: the strip of the right column and the menu behind it. */
import type { PowerSource } from "../../world/contract/ids.ts";
import { fixed, MISSING, percent } from "../format.ts";
import type { Kit } from "../kit.ts";
import type { Point } from "../layout/placement.ts";
import { note, row } from "../menuItems.ts";
import { paintPower } from "../paint/panels.ts";
import { CONTROL_PERIOD_MS } from "../plate.ts";

const PANEL_DEPTH = 40;

export function powerLook({ readings }: Kit) {
  const seconds = readings.number("power.batteryLeftS");
  const minutes = `${fixed(Math.floor(seconds / 60), 0)} min`;
  return {
    source: readings.word<PowerSource>("power.source"),
    chargeShare: readings.number("power.batteryFraction") || 0,
    charge: `${percent(readings.number("power.batteryFraction"))} %`,
    left: !Number.isFinite(seconds) ? MISSING : seconds < 120 ? `${fixed(seconds, 0)} s` : minutes,
  };
}

/** Name of the key or strip that opens the power menu. */
export function powerName(kit: Kit): string {
  const { source, charge, left } = powerLook(kit);
  return `Power: ${source}, battery ${charge}, ${left}`;
}

export function openPower(kit: Kit, at: Point, opener: HTMLElement): void {
  kit.popover.open({
    name: "Power",
    at,
    opener,
    build: (body, close) => {
      const onMains = powerLook(kit).source === "mains";
      note(body, onMains ? "The console runs on mains." : "Mains power is lost.");
      row(body, {
        label: "Move the plug to the emergency supply",
        act: () => (kit.act({ type: "power.movePlug" }), close()),
      });
      row(body, {
        label: "Plugs, load and light…",
        act: () => (close(), kit.openDrawer("machine")),
      });
      row(body, {
        label: "Look at the power",
        act: () => (kit.act({ type: "inspect", what: "power" }), close()),
      });
    },
  });
}

/** The strip at the foot of the right column; the compact layout has a key for it instead. */
export function addPower(kit: Kit): void {
  if (kit.layout.panelKeys) return;
  const { overlay, stage } = kit;
  const twin = overlay.button({
    region: { x: 1128, y: 517, w: 244, h: 44 },
    group: overlay.group("Power"),
    name: () => powerName(kit),
    opensMenu: true,
    press: (opener) => openPower(kit, { x: 1130, y: 538 }, opener),
  });
  const look = () => ({ ...powerLook(kit), hover: twin.state() !== "" });
  stage.plate({
    x: 1128,
    y: 522,
    w: 244,
    h: 34,
    depth: PANEL_DEPTH,
    everyMs: CONTROL_PERIOD_MS,
    thing: "power",
    shows: () => {
      const { source, charge, left, hover } = look();
      return [source, charge, left, hover].join();
    },
    paint: (pen) => paintPower(pen, look()),
  });
}
