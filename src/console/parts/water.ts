/** The heater-cooler's panel: set point, water, flow, on and off. */
import { fixed } from "../format.ts";
import type { Kit } from "../kit.ts";
import { stepper } from "../menuItems.ts";
import { paintWater } from "../paint/panels.ts";
import { pacerFor } from "./pacerFor.ts";
import { placePanel } from "./panelPlace.ts";

const WATER_MIN_C = 4;
const WATER_MAX_C = 42;
const WATER_STEP_C = 0.5;
const WATER_ALARMS = ["waterHot", "waterCold", "waterPressureHigh", "waterCutOut"] as const;

export function addWater(kit: Kit): void {
  const { overlay, readings } = kit;
  const place = placePanel(kit, "water", "Heater-cooler", { x: 1128, y: 314, w: 244, h: 84 });
  const { group } = place;
  const pacer = pacerFor(kit, "water.setPoint", (temperatureC) =>
    kit.act({ type: "water.setPoint", temperatureC }),
  );
  const value = () => pacer.shown(readings.number("water.setPointC"), performance.now());
  const set = (wanted: number) =>
    pacer.set(Math.min(WATER_MAX_C, Math.max(WATER_MIN_C, wanted)), performance.now());
  const running = () => readings.flag("water.switchedOn");
  const minus = overlay.button({
    region: place.region({ x: 1136, y: 344, w: 44, h: 46 }),
    group,
    name: () => "Water set point less",
    press: () => set(value() - WATER_STEP_C),
  });
  overlay.button({
    region: place.region({ x: 1182, y: 344, w: 56, h: 46 }),
    group,
    name: () => `Water set point ${fixed(value(), 1)} °C, type a value`,
    opensMenu: true,
    press: (opener) =>
      kit.popover.open({
        name: "Water set point",
        at: place.at({ x: 1210, y: 366 }),
        opener,
        build: (body) =>
          stepper(body, {
            name: "Water set point",
            unit: "°C",
            min: WATER_MIN_C,
            max: WATER_MAX_C,
            step: WATER_STEP_C,
            decimals: 1,
            value,
            set,
          }),
      }),
  });
  const more = overlay.button({
    region: place.region({ x: 1130, y: 310, w: 134, h: 30 }),
    group,
    name: () => "Heater-cooler, open the machine's pages",
    press: () => kit.openDrawer("machine"),
  });
  const plus = overlay.button({
    region: place.region({ x: 1240, y: 344, w: 44, h: 46 }),
    group,
    name: () => "Water set point more",
    press: () => set(value() + WATER_STEP_C),
  });
  overlay.button({
    region: place.region({ x: 1266, y: 312, w: 106, h: 44 }),
    group,
    name: () => (running() ? "Stop the water" : "Start the water"),
    press: () => kit.act({ type: "water.setRunning", on: !running() }),
  });
  const look = () => ({
    set: fixed(value(), 1),
    water: fixed(readings.number("water.temperatureC"), 1),
    running: running(),
    flow: fixed(readings.number("water.flowLpm"), 1),
    minus: minus.state(),
    plus: plus.state(),
    more: more.state(),
    alarm: WATER_ALARMS.some((id) => readings.flag(`alarm.${id}.active`)),
  });
  place.draw(
    "water",
    () => Object.values(look()).join("|"),
    (pen) => paintWater(pen, look()),
  );
}
