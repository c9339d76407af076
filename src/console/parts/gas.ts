/** Gas panel: blender, sweep, CO2 and vaporiser knobs, analyser and the three pressure gauges. */
import { CO2_LPM_MAX, SWEEP_LPM_MAX, VAPORISER_FRACTION_MAX } from "../../world/contract/limits.ts";
import type { EntryPacer } from "../entryPacer.ts";
import { fixed, percent } from "../format.ts";
import type { Kit } from "../kit.ts";
import { stepper } from "../menuItems.ts";
import type { Twin } from "../overlay.ts";
import { CO2_TUBE, type GasLook, paintGas, SWEEP_TUBE } from "../paint/gasPanel.ts";
import { pacerFor } from "./pacerFor.ts";
import { type PanelPlace, placePanel } from "./panelPlace.ts";
import { addLook } from "./vessels.ts";

const FIO2_MIN = 21;
const GAUGE_KPA_MAX = 700;
const GAUGE_LOW_KPA = 280;
const CYLINDER_KPA_MAX = 17_000;

interface DialSpec {
  readonly name: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly decimals: number;
  readonly value: () => number;
  readonly pacer: EntryPacer;
  /** In the mock-up's coordinates. */
  readonly region: { x: number; y: number; w: number; h: number };
  readonly travelPx?: number;
}

function addDial(kit: Kit, place: PanelPlace, spec: DialSpec): Twin {
  const { name, unit, decimals, value, pacer, region } = spec;
  const set = (wanted: number) => pacer.set(wanted, performance.now());
  const at = place.at({ x: region.x + 4, y: region.y + region.h / 2 });
  return kit.overlay.dial({
    group: place.group,
    shown: place.shown,
    name: () => name,
    range: () => spec,
    value,
    valueText: () => `${fixed(value(), decimals)} ${unit}`,
    set,
    tap: (opener) =>
      kit.popover.open({
        name,
        at,
        opener,
        build: (body) => stepper(body, { ...spec, set }),
      }),
    region: place.region(region),
    ...(spec.travelPx === undefined ? {} : { travelPx: spec.travelPx }),
  });
}

export function addGas(kit: Kit): void {
  const { overlay, readings } = kit;
  const place = placePanel(kit, "gas", "Gas", { x: 1128, y: 64, w: 244, h: 244 });
  const { group } = place;
  const nowMs = () => performance.now();
  const fio2Pacer = pacerFor(kit, "gas.setFio2", (value) =>
    kit.act({ type: "gas.setFio2", fio2Fraction: value / 100 }),
  );
  const sweepPacer = pacerFor(kit, "gas.setSweep", (sweepLpm) =>
    kit.act({ type: "gas.setSweep", sweepLpm }),
  );
  const co2Pacer = pacerFor(kit, "gas.setCo2", (co2Lpm) => kit.act({ type: "gas.setCo2", co2Lpm }));
  const agentPacer = pacerFor(kit, "gas.setVaporiser", (value) =>
    kit.act({ type: "gas.setVaporiser", agentFraction: value / 100 }),
  );
  const fio2 = () => fio2Pacer.shown(readings.number("gas.fio2SetFraction") * 100, nowMs());
  const sweep = () => sweepPacer.shown(readings.number("gas.sweepSetLpm"), nowMs());
  const co2 = () => co2Pacer.shown(readings.number("gas.co2Lpm"), nowMs());
  const agent = () => agentPacer.shown(readings.number("gas.vaporiserSetFraction") * 100, nowMs());
  const agentMax = VAPORISER_FRACTION_MAX * 100;
  const twins = {
    f: addDial(kit, place, {
      name: "FiO2",
      unit: "%",
      min: FIO2_MIN,
      max: 100,
      step: 1,
      decimals: 0,
      value: fio2,
      pacer: fio2Pacer,
      region: { x: 1138, y: 108, w: 80, h: 84 },
    }),
    s: addDial(kit, place, {
      name: "Sweep gas flow",
      unit: "L/min",
      min: 0,
      max: SWEEP_LPM_MAX,
      step: 0.1,
      decimals: 1,
      value: sweep,
      pacer: sweepPacer,
      region: { x: 1222, y: SWEEP_TUBE.y, w: 44, h: SWEEP_TUBE.h },
      travelPx: SWEEP_TUBE.spanPx,
    }),
    c: addDial(kit, place, {
      name: "Carbon dioxide",
      unit: "L/min",
      min: 0,
      max: CO2_LPM_MAX,
      step: 0.05,
      decimals: 2,
      value: co2,
      pacer: co2Pacer,
      region: { x: 1266, y: CO2_TUBE.y, w: 38, h: CO2_TUBE.h },
      travelPx: CO2_TUBE.spanPx,
    }),
    i: addDial(kit, place, {
      name: "Isoflurane",
      unit: "%",
      min: 0,
      max: agentMax,
      step: 0.1,
      decimals: 1,
      value: agent,
      pacer: agentPacer,
      region: { x: 1304, y: 112, w: 62, h: 76 },
    }),
  };
  const more = overlay.button({
    region: place.region({ x: 1288, y: 56, w: 84, h: 44 }),
    group,
    name: () => "Gas supply, open the machine's pages",
    press: () => kit.openDrawer("machine"),
  });
  addLook(kit, "gasSupply", place.region({ x: 1136, y: 238, w: 228, h: 62 }), group);
  const kPa = (id: string) => readings.number(id);
  const gauge = (name: string, value: number, most: number, low: number) => ({
    name,
    value: fixed(value, 0),
    share: value / most || 0,
    lowShare: low / most,
    alarm: value < low,
  });
  const look = (): GasLook => ({
    fio2: fixed(fio2(), 0),
    fio2Share: (fio2() - FIO2_MIN) / (100 - FIO2_MIN) || 0,
    agent: fixed(agent(), 1),
    agentShare: agent() / agentMax || 0,
    sweep: fixed(readings.number("gas.sweepLpm"), 1),
    sweepSet: fixed(sweep(), 1),
    sweepShare: Math.min(1, readings.number("gas.sweepLpm") / SWEEP_LPM_MAX) || 0,
    sweepSetShare: Math.min(1, sweep() / SWEEP_LPM_MAX) || 0,
    co2: fixed(co2(), 2),
    co2Share: Math.min(1, co2() / CO2_LPM_MAX) || 0,
    analyser: percent(readings.number("gas.oxygenAnalyserFraction")),
    site: readings.word("gas.analyserSite"),
    analyserAlarm: readings.flag("alarm.analyserLow.active"),
    gauges: [
      gauge("O₂ pipe", kPa("gas.oxygenPressureKpa"), GAUGE_KPA_MAX, GAUGE_LOW_KPA),
      gauge("Air pipe", kPa("gas.airPressureKpa"), GAUGE_KPA_MAX, GAUGE_LOW_KPA),
      gauge("Cylinder", kPa("gas.cylinderPressureKpa"), CYLINDER_KPA_MAX, CYLINDER_KPA_MAX / 5),
    ],
    hovers: Object.entries(twins)
      .filter(([, twin]) => twin.state() !== "")
      .map(([name]) => name)
      .join(""),
    more: more.state(),
  });
  place.draw(
    "gas",
    () => JSON.stringify(look()),
    (pen) => paintGas(pen, look()),
  );
}
