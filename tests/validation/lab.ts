/** Runs of the world that several rows of targets read from; each is done once. */
import { WorldBench } from "../support/worldSetup.ts";

const FLOW = "circuit.arterialFlowTrueLpm";
const LEVEL = "circuit.reservoirVolumeMl";
const PO2 = "circuit.arterialOxygenTensionDisplayedMmHg";
const PCO2 = "circuit.arterialCarbonDioxideTensionDisplayedMmHg";
const LINE_PRESSURE = "circuit.postmembranePressureMmHg";
const NIRS = "patient.nirsLeftFraction";

const done = new Map<string, unknown>();
/** Does a run once and keeps what it found. */
function once<T>(name: string, run: () => T): () => T {
  return () => {
    if (!done.has(name)) done.set(name, run());
    return done.get(name) as T;
  };
}

/** The default patient before anything happens, means over ten seconds. */
export const opening = once("opening", () => {
  const bench = new WorldBench().run(20);
  const signals = [
    FLOW,
    "patient.arterialPressureMeanMmHg",
    "patient.centralVenousPressureMmHg",
    "circuit.oxygenDeliveryIndexMlPerMinPerM2",
    "circuit.venousSaturationDisplayedFraction",
    PO2,
    PCO2,
    LINE_PRESSURE,
    "circuit.transmembraneGradientMmHg",
    "circuit.lineVolumeTrueMl",
    LEVEL,
    "patient.nasopharyngealC",
  ] as const;
  const sums = signals.map(() => 0);
  bench.run(10, () => {
    signals.forEach((signal, at) => {
      sums[at] += bench.at(signal) / 500;
    });
  });
  return Object.fromEntries(signals.map((signal, at) => [signal, sums[at]])) as Record<
    (typeof signals)[number],
    number
  >;
});

/** Variant a: the arterial motor fails and nobody does anything. */
export const pumpStop = once("pumpStop", () => {
  const bench = new WorldBench().run(5).inject({ fault: "pump.motor", head: "arterial" });
  const baseline = bench.at(NIRS);
  const found = {
    alarmS: 0,
    timeConstantS: 0,
    at5sMmHg: 0,
    at10sMmHg: 0,
    riseLpm: 0,
    nirsS: 0,
    silentS: 0,
    doseMin: 0,
  };
  let early = 0;
  let level = 0;
  bench.run(460, (elapsedS) => {
    const is = (second: number): boolean => Math.abs(elapsedS - second) < 0.005;
    if (elapsedS > 60 && found.doseMin > 0) return;
    if (is(0.6)) early = bench.at("patient.arterialPressureMmHg") - 10;
    if (is(2.1))
      found.timeConstantS = 1.5 / Math.log(early / (bench.at("patient.arterialPressureMmHg") - 10));
    if (is(2)) level = bench.at(LEVEL);
    if (is(8)) found.riseLpm = ((bench.at(LEVEL) - level) / 6) * 0.06;
    if (is(5)) found.at5sMmHg = bench.at("patient.arterialPressureMeanMmHg");
    if (is(10)) found.at10sMmHg = bench.at("patient.arterialPressureMeanMmHg");
    if (elapsedS < 90) {
      if (found.alarmS === 0 && bench.at("alarm.arterialPumpStop.active") === 1)
        found.alarmS = elapsedS;
      if (found.nirsS === 0 && bench.at(NIRS) < 0.8 * baseline) found.nirsS = elapsedS;
      if (found.silentS === 0 && bench.at("patient.bisFraction") < 0.05) found.silentS = elapsedS;
    }
    if (found.doseMin === 0 && bench.at("patient.ischaemiaDose") >= 1)
      found.doseMin = elapsedS / 60;
  });
  return found;
});

/** The same with the venous line clamped: rise of the reservoir, L/min. */
export const clampedRiseLpm = once("clampedRise", () => {
  const bench = new WorldBench()
    .inject({ fault: "pump.motor", head: "arterial" })
    .do({ type: "line.clamp", site: "venous" })
    .run(2);
  const start = bench.at(LEVEL);
  return ((bench.run(20).at(LEVEL) - start) / 20) * 0.06;
});

const cranking = (tube: "halfInch" | "threeEighthsInch", pump: "roller" | "centrifugal") =>
  new WorldBench({
    pump,
    edit: (setup) => {
      setup.machine.heads.arterial.tube = tube;
      setup.machine.heads.arterial.tubeSet = tube;
    },
  })
    .inject({ fault: "pump.motor", head: "arterial" })
    .fitCrank();

/** Crank rate for 3 L/min on a 26 mL/rev head, rpm. */
export const smallHeadRpm = once("smallHead", () => {
  const bench = cranking("threeEighthsInch", "roller").crank(5, 115);
  const start = bench.at("crank.revolutionsCount");
  let litres = 0;
  bench.crank(30, 115, { each: () => (litres += bench.at(FLOW) / 3000) });
  return ((bench.at("crank.revolutionsCount") - start) / litres) * 3;
});

/** Mean crank rate over a minute of asking for 67 rpm five times a second. */
export const heldRpm = once("held", () => {
  const bench = cranking("halfInch", "roller").crank(4, 67);
  const start = bench.at("crank.revolutionsCount");
  return bench.crank(60, 67).at("crank.revolutionsCount") - start;
});

/** Crank rate for 3 L/min through a centrifugal pump's emergency drive, rpm. */
export const centrifugalCrankRpm = once("centrifugalCrank", () => {
  const bench = cranking("halfInch", "centrifugal");
  for (let rpm = 40; rpm < 130; rpm += 2) {
    bench.crank(4, rpm);
    if (bench.at(FLOW) >= 3) return rpm;
  }
  return 130;
});

/** What both time-to-empty displays read at once, and what then happened, by flow. */
export function emptying(flowLpm: number): Readonly<Record<number, readonly number[]>> {
  return once(`emptying${flowLpm}`, () => {
    const bench = new WorldBench({
      edit: (setup) => {
        setup.circuit.reservoirStartMl = 1700;
        setup.machine.heads.arterial.flowLpm = flowLpm;
      },
    }).do(
      { type: "safety.setMode", device: "level", mode: "off" },
      { type: "safety.setMode", device: "bubble", mode: "off" },
      { type: "line.clamp", site: "venous" },
    );
    // Suckers and vent would bring their own blood.
    for (const head of ["vent", "suck1", "suck2"] as const) bench.do({ type: "pump.stop", head });
    const passed: Record<number, readonly number[]> = {};
    const starts: Record<number, number> = {};
    const toMinimum: Record<number, number> = {};
    bench.run(45, (elapsedS) => {
      const level = bench.at(LEVEL);
      for (const volume of [1500, 1000, 800, 400]) {
        if (starts[volume] === undefined && level <= volume) starts[volume] = elapsedS;
        if (starts[volume] !== undefined && toMinimum[volume] === undefined && level <= 200)
          toMinimum[volume] = elapsedS - starts[volume];
        if (toMinimum[volume] !== undefined && passed[volume] === undefined && level < 15)
          passed[volume] = [toMinimum[volume], elapsedS - starts[volume]];
      }
    });
    return passed;
  })();
}

/** The two displays at 800 mL and 4.6 L/min, averaged over the ripple of one second, s. */
export const shownTimes = once("shownTimes", () => {
  const bench = new WorldBench().do(
    { type: "safety.setMode", device: "level", mode: "off" },
    { type: "line.clamp", site: "venous" },
  );
  let minimumS = 0;
  let dryS = 0;
  bench.run(1, (elapsedS) => {
    minimumS += (bench.at("circuit.timeToMinimumS") + elapsedS) / 50;
    dryS += (bench.at("circuit.timeToEmptyS") + elapsedS) / 50;
  });
  return { minimumS, dryS };
});

/** Sweep gas turned off at a body temperature: what the blood did, by second. */
export function gasOff(temperatureC: number) {
  return once(`gasOff${temperatureC}`, () => {
    const bench = new WorldBench({
      edit: (setup) => {
        setup.patient.temperatureC = temperatureC;
        setup.machine.waterSetPointC = temperatureC + 0.5;
      },
    }).run(5);
    const uptake = bench.at("patient.oxygenUptakeMlPerMin");
    const baseline = bench.at(NIRS);
    const arterialFraction: Record<number, number> = {};
    const venousFraction: Record<number, number> = {};
    const pco2: Record<number, number> = { 0: bench.at(PCO2) };
    const po2: number[] = [bench.at(PO2)];
    let nirsS = 0;
    bench.do({ type: "gas.setSweep", sweepLpm: 0 }).run(180, (elapsedS) => {
      if (elapsedS <= 60) po2.push(bench.at(PO2));
      if (nirsS === 0 && bench.at(NIRS) < 0.8 * baseline) nirsS = elapsedS;
      for (const second of [15, 20, 30, 60, 90, 120, 180]) {
        if (Math.abs(elapsedS - second) > 0.005) continue;
        arterialFraction[second] = bench.at("patient.arterialSaturationTrueFraction");
        venousFraction[second] = bench.at("circuit.venousSaturationDisplayedFraction");
        pco2[second] = bench.at(PCO2);
      }
    });
    return { uptake, arterialFraction, venousFraction, pco2, po2, nirsS };
  })();
}

/** Time constant of the fall of PaO2 towards 40 mmHg once it has begun, s. */
export const po2FallS = once("po2Fall", () => {
  const { po2 } = gasOff(34);
  const above = po2.map((value) => value - 40);
  const begins = above.findIndex((value) => value < 0.9 * above[0]);
  const later = above.findIndex((value) => value < (0.9 * above[0]) / Math.E);
  return (later - begins) / 50;
});

/** Water 4 °C colder for 20 min: how nasopharynx and bladder follow arterial blood, min. */
export const followingMin = once("following", () => {
  const bench = new WorldBench().do({ type: "water.setPoint", temperatureC: 30.5 }).run(120);
  const sites = ["patient.nasopharyngealC", "patient.bladderC"] as const;
  const start = sites.map((site) => bench.at(site));
  const area = [0, 0];
  bench.run(900, () => {
    const arterial = bench.at("circuit.arterialTemperatureC");
    sites.forEach((site, at) => {
      area[at] += (bench.at(site) - arterial) / 3000;
    });
  });
  return sites.map((site, at) => area[at] / (start[at] - bench.at(site)));
});

/** Fall of nasopharyngeal temperature with the water stopped, °C/min. */
export const driftCPerMin = once("drift", () => {
  const bench = new WorldBench().do({ type: "water.setRunning", on: false }).run(300);
  const start = bench.at("patient.nasopharyngealC");
  return (start - bench.run(900).at("patient.nasopharyngealC")) / 15;
});

/** Climb of line pressure at 4.6 L/min against a closed arterial clamp, mmHg/s. */
export const closedLineMmHgPerS = once("closedLine", () => {
  const bench = new WorldBench()
    .do(
      { type: "safety.setMode", device: "pressure", mode: "off" },
      { type: "line.clamp", site: "arterial" },
    )
    .run(1.2);
  const start = bench.at(LINE_PRESSURE);
  return (bench.run(1.2).at(LINE_PRESSURE) - start) / 1.2;
});

/** Largest backward flow after a centrifugal pump stops, L/min. */
export const retrogradeLpm = once("retrograde", () => {
  const bench = new WorldBench({ pump: "centrifugal" }).do({ type: "pump.stop", head: "arterial" });
  let lowest = 0;
  bench.run(6, () => (lowest = Math.min(lowest, bench.at(FLOW))));
  return -lowest;
});

/** Lowest speed of a cone, in steps of 100 rpm, at which opening the clamp moves no blood backward. */
export const holdingRpm = once("holding", () => {
  for (let rpm = 500; rpm < 2500; rpm += 100) {
    const bench = new WorldBench({ pump: "centrifugal" })
      .do({ type: "pump.stop", head: "arterial" }, { type: "line.clamp", site: "arterial" })
      .run(6)
      .do({ type: "pump.setRpm", head: "arterial", rpm }, { type: "pump.start", head: "arterial" })
      .run(4)
      .do({ type: "line.unclamp", site: "arterial" });
    let lowest = 0;
    bench.run(3, () => (lowest = Math.min(lowest, bench.at(FLOW))));
    if (lowest > -0.05) return rpm;
  }
  return 2500;
});

/**
 * Oxygen that crosses the membrane at 6 L/min, Hb 12, 37 °C, sweep 15, oxygen 100 %, mL/min; through a
 * wider venous cannula, because the default one does not drain that much.
 */
export const transferMlPerMin = once("transfer", () => {
  const bench = new WorldBench({
    edit: (setup) => {
      setup.patient.hemoglobinGPerDl = 12;
      setup.patient.temperatureC = 37;
      setup.patient.oxygenUptakeMlPerMinPerM2 = 190;
      setup.machine.waterSetPointC = 37.5;
      setup.machine.heads.arterial.flowLpm = 6;
      setup.circuit.venousCannulaMmHgPerLpm2 = 0.7;
      setup.machine.fio2Fraction = 1;
      setup.machine.sweepLpm = 15;
    },
  });
  const held = bench.at("ledger.oxygenTotalMl");
  let used = 0;
  bench.run(60, () => (used += bench.at("patient.oxygenUptakeMlPerMin") / 3000));
  return used + (bench.at("ledger.oxygenTotalMl") - held);
});
