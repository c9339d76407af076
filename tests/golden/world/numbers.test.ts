/** Did the numbers move? Two tables to six digits; a change on purpose is one `vitest run -u` away. */
import { expect, test } from "vitest";
import { p50MmHg, saturationFraction } from "../../../src/physiology/blood/dissociation.ts";
import { WorldBench } from "../../support/worldSetup.ts";

test("saturation over PO2 and temperature", async () => {
  const rows = [10, 20, 26.8, 40, 60, 100, 200].map((po2) =>
    [28, 34, 37].map((c) => saturationFraction(po2, p50MmHg(7.4, 40, c)).toFixed(6)).join(" "),
  );
  await expect(`${rows.join("\n")}\n`).toMatchFileSnapshot("saturation.txt");
});

test("the course of a pump stop, by hand and by motor", async () => {
  const signals = [
    "patient.arterialPressureMeanMmHg",
    "patient.centralVenousPressureMmHg",
    "circuit.arterialFlowTrueLpm",
    "circuit.postmembranePressureMmHg",
    "circuit.reservoirVolumeMl",
    "circuit.arterialOxygenTensionDisplayedMmHg",
    "circuit.arterialCarbonDioxideTensionDisplayedMmHg",
    "patient.nirsLeftFraction",
    "patient.ischaemiaDose",
    "patient.nasopharyngealC",
  ];
  const lines = [`pump s ${signals.join(" ")}`];
  for (const pump of ["roller", "centrifugal"] as const) {
    const bench = new WorldBench({ pump });
    const note = (): void => {
      const values = signals.map((signal) => bench.at(signal).toPrecision(6));
      lines.push([pump, bench.timeS, ...values].join(" "));
    };
    note();
    bench.inject({ fault: "pump.motor", head: "arterial" }).run(5);
    note();
    bench.fitCrank();
    note();
    bench.crank(30, 80);
    note();
    bench.crank(60, 80);
    note();
  }
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("pumpStop.txt");
});
