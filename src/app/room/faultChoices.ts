/** The faults a supervisor sends with one key; each is an action of the world's contract. */
import type { Fault } from "../../world/contract/faults.ts";

export interface FaultChoice {
  readonly title: string;
  readonly fault: Fault;
}

export const FAULT_CHOICES: readonly FaultChoice[] = [
  { title: "Arterial pump, motor stops", fault: { fault: "pump.motor", head: "arterial" } },
  {
    title: "Arterial pump, jammed",
    fault: { fault: "pump.jam", head: "arterial", clearable: true },
  },
  { title: "Arterial pump, power module", fault: { fault: "pump.module", head: "arterial" } },
  {
    title: "Arterial pump, emergency stop pressed",
    fault: { fault: "pump.interlock", head: "arterial", cause: "emergencyStop" },
  },
  { title: "Mains lost, battery works", fault: { fault: "power.mainsLost", ups: "works" } },
  { title: "Mains lost, no battery", fault: { fault: "power.mainsLost", ups: "absent" } },
  {
    title: "Venous line, kinked",
    fault: { fault: "line.kink", site: "venous", openFraction: 0.05 },
  },
  {
    title: "Arterial line, half kinked",
    fault: { fault: "line.kink", site: "arterial", openFraction: 0.4 },
  },
  {
    title: "Electronic clamp closes, lamp says open",
    fault: { fault: "electronicClamp.closedInError", indicator: "showsOpen" },
  },
  {
    title: "Reservoir outlet draws air",
    fault: { fault: "line.airLeak", airMlPerMin: 900 },
  },
  { title: "Flow probe, frozen", fault: { fault: "flowProbe.frozen" } },
  { title: "Flow probe, dead", fault: { fault: "flowProbe.failed" } },
];
