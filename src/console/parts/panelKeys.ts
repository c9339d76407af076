/** In the compact layout: four live keys for the panels that have no room of their own. */
import { MAIN_DEVICES } from "../../world/contract/ids.ts";
import { fixed, percent } from "../format.ts";
import type { Kit } from "../kit.ts";
import type { LivePanel } from "../layout/consoleLayout.ts";
import type { Twin } from "../overlay.ts";
import { POWER_WORD } from "../paint/panels.ts";
import type { Pen } from "../paint/pen.ts";
import { paintLiveKey, paintPowerKey, paintSafetyKey } from "../paint/railKeys.ts";
import { CONTROL_PERIOD_MS } from "../plate.ts";
import { openPower, powerLook, powerName } from "./power.ts";
import { safetyTile } from "./safety.ts";

const KEY_DEPTH = 40;

/** @param closeDrawer a drawer lies over the panels, so it gives way */
export function addPanelKeys(kit: Kit, closeDrawer: () => void): void {
  const { layout, overlay, stage, readings, panels } = kit;
  const regions = layout.panelKeys;
  if (!regions) return;
  const group = overlay.group("Panels");
  const number = (id: string, decimals: number) => fixed(readings.number(id), decimals);
  const addKey = (
    panel: LivePanel,
    name: () => string,
    words: () => readonly string[],
    paint: (pen: Pen, state: { readonly open: boolean; readonly hover: boolean }) => void,
  ): Twin => {
    const region = regions[panel];
    const twin = overlay.button({
      region,
      group,
      name,
      opensMenu: true,
      press: (opener) => {
        closeDrawer();
        if (panel === "power") openPower(kit, { x: region.x, y: region.y + region.h / 2 }, opener);
        else panels.toggle(panel, opener);
      },
    });
    const open = () => panel !== "power" && panels.stands(panel);
    if (panel !== "power")
      overlay.onSync(() => twin.element.setAttribute("aria-expanded", String(open())));
    stage.plate({
      ...region,
      depth: KEY_DEPTH,
      everyMs: CONTROL_PERIOD_MS,
      thing: panel,
      shows: () => [...words(), open(), twin.state()].join(),
      paint: (pen) => paint(pen, { open: open(), hover: twin.state() !== "" }),
    });
    return twin;
  };
  const gas = () => [
    `${percent(readings.number("gas.fio2SetFraction"))} %`,
    `${number("gas.sweepLpm", 1)} L/min`,
  ];
  addKey(
    "gas",
    () => `Gas: FiO2 ${gas()[0]}, sweep ${gas()[1]}`,
    gas,
    (pen, state) => paintLiveKey(pen, regions.gas, "Gas", gas(), state),
  );
  const water = () => [
    `${number("water.temperatureC", 1)} °C`,
    ...(readings.flag("water.running") ? [] : ["off"]),
  ];
  addKey(
    "water",
    () => `Heater-cooler: ${water().join(", ")}`,
    water,
    (pen, state) => paintLiveKey(pen, regions.water, "Water", water(), state),
  );
  const tiles = () => MAIN_DEVICES.map((device) => safetyTile(kit, device));
  addKey(
    "safety",
    () => `Safety: ${MAIN_DEVICES.map((each, at) => `${each} ${tiles()[at]?.word}`).join(", ")}`,
    () => tiles().map((tile) => tile.state),
    (pen, state) =>
      paintSafetyKey(
        pen,
        regions.safety,
        tiles().map((tile) => tile.state),
        state,
      ),
  );
  const power = () => {
    const { source, charge, left } = powerLook(kit);
    return { source, word: POWER_WORD[source], charge: source === "mains" ? charge : left };
  };
  addKey(
    "power",
    () => powerName(kit),
    () => Object.values(power()),
    (pen, state) => paintPowerKey(pen, regions.power, power(), state),
  );
}
