/** Gas panel (blender, sweep, analyser) and heater-cooler. Only what the world has is drawn. */
import { SWEEP_LPM_MAX } from "../../world/contract/limits.ts";
import { EntryPacer } from "../entryPacer.ts";
import { fixed, percent } from "../format.ts";
import type { Kit } from "../kit.ts";
import { stepper } from "../menuItems.ts";
import { paintGas, paintWater, SWEEP_TUBE } from "../paint/panels.ts";
import { placePanel } from "./panelPlace.ts";
import { addLook } from "./vessels.ts";

const FIO2_MIN = 21;
const WATER_MIN_C = 4;
const WATER_MAX_C = 42;
const WATER_STEP_C = 0.5;

function pacerFor(kit: Kit, prefix: string, send: (value: number) => void): EntryPacer {
  const pacer = new EntryPacer(send);
  kit.stage.onFrame((nowMs) => pacer.advance(nowMs));
  kit.onRefused((action) => {
    if (action.type.startsWith(prefix)) pacer.forget();
  });
  return pacer;
}

export function addGas(kit: Kit): void {
  const { overlay, readings } = kit;
  const place = placePanel(kit, "gas", "Gas", { x: 1128, y: 64, w: 244, h: 244 });
  const { group, shown } = place;
  const fio2Pacer = pacerFor(kit, "gas.setFio2", (value) =>
    kit.act({ type: "gas.setFio2", fio2Fraction: value / 100 }),
  );
  const sweepPacer = pacerFor(kit, "gas.setSweep", (sweepLpm) =>
    kit.act({ type: "gas.setSweep", sweepLpm }),
  );
  const fio2 = () =>
    fio2Pacer.shown(readings.number("gas.fio2SetFraction") * 100, performance.now());
  const sweep = () => sweepPacer.shown(readings.number("gas.sweepLpm"), performance.now());
  const dial = (
    name: string,
    unit: string,
    at: { x: number; y: number },
    spec: {
      min: number;
      max: number;
      step: number;
      decimals: number;
      value: () => number;
      pacer: EntryPacer;
    },
  ) => {
    const set = (value: number) => spec.pacer.set(value, performance.now());
    return {
      group,
      shown,
      name: () => name,
      range: () => spec,
      value: spec.value,
      valueText: () => `${fixed(spec.value(), spec.decimals)} ${unit}`,
      set,
      tap: (opener: HTMLElement) =>
        kit.popover.open({
          name,
          at,
          opener,
          build: (body) => stepper(body, { ...spec, name, unit, set }),
        }),
    };
  };
  const fio2Twin = overlay.dial({
    ...dial("FiO2", "%", place.at({ x: 1150, y: 152 }), {
      min: FIO2_MIN,
      max: 100,
      step: 1,
      decimals: 0,
      value: fio2,
      pacer: fio2Pacer,
    }),
    region: place.region({ x: 1146, y: 106, w: 88, h: 92 }),
  });
  const sweepTwin = overlay.dial({
    ...dial("Sweep gas flow", "L/min", place.at({ x: 1250, y: 170 }), {
      min: 0,
      max: SWEEP_LPM_MAX,
      step: 0.1,
      decimals: 1,
      value: sweep,
      pacer: sweepPacer,
    }),
    region: place.region({ x: 1254, y: SWEEP_TUBE.y, w: 60, h: SWEEP_TUBE.h }),
    travelPx: SWEEP_TUBE.spanPx,
  });
  addLook(kit, "gasSupply", place.region({ x: 1136, y: 244, w: 228, h: 56 }), group);
  const look = () => ({
    fio2: fixed(fio2(), 0),
    fio2Share: (fio2() - FIO2_MIN) / (100 - FIO2_MIN),
    sweep: fixed(sweep(), 1),
    sweepShare: Math.min(1, sweep() / SWEEP_LPM_MAX) || 0,
    analyser: percent(readings.number("gas.oxygenAnalyserFraction")),
    hoverFio2: fio2Twin.state() !== "",
    hoverSweep: sweepTwin.state() !== "",
  });
  place.draw(
    "gas",
    () => Object.values(look()).join("|"),
    (pen) => paintGas(pen, look()),
  );
}

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
  const running = () => readings.flag("water.running");
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
  });
  place.draw(
    "water",
    () => Object.values(look()).join("|"),
    (pen) => paintWater(pen, look()),
  );
}
