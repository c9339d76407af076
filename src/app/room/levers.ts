/**
 * What a supervisor changes with one key: what breaks, and what happens to the patient. Each level is one
 * action of the world's contract, and what follows is physics. Which levels are offered is ours.
 */
import type { CommandAction } from "../../session/contract/live.ts";
import type { DirectorAction } from "../../world/contract/actions.ts";
import type { Fault } from "../../world/contract/faults.ts";

export interface Level {
  readonly word: string;
  readonly action: CommandAction;
}

export interface Lever {
  readonly title: string;
  /** From the least to the most; one where there is nothing to choose. */
  readonly levels: readonly [Level, ...Level[]];
  /** Takes it back; undefined for what is done and over. */
  readonly undo?: CommandAction;
}

export interface LeverGroup {
  readonly title: string;
  readonly levers: readonly Lever[];
}

const inject = (fault: Fault): CommandAction => ({ type: "fault.inject", fault });

/** A fault as it is. */
const broken = (title: string, fault: Fault): Lever => ({
  title,
  levels: [{ word: "", action: inject(fault) }],
  undo: { type: "fault.clear", faultId: fault.fault },
});

/** A fault of several severities. */
function graded(title: string, levels: readonly (readonly [string, Fault])[]): Lever {
  const [first, ...others] = levels.map(([word, fault]) => ({ word, action: inject(fault) }));
  const [[, fault]] = levels as [readonly [string, Fault]];
  return {
    title,
    levels: [first as Level, ...others],
    undo: { type: "fault.clear", faultId: fault.fault },
  };
}

/** Something that surgeon or anaesthetist does. */
const done = (
  title: string,
  ...levels: readonly [readonly [string, DirectorAction], ...(readonly [string, DirectorAction])[]]
): Lever => {
  const [first, ...others] = levels.map(([word, action]) => ({ word, action }));
  return { title, levels: [first as Level, ...others] };
};

const ARTERIAL = { head: "arterial" } as const;

export const MACHINE_LEVERS: readonly LeverGroup[] = [
  {
    title: "Arterial pump",
    levers: [
      broken("Arterial pump, motor stops", { fault: "pump.motor", ...ARTERIAL }),
      broken("Arterial pump, jammed", { fault: "pump.jam", ...ARTERIAL, clearable: true }),
      broken("Arterial pump, power module", { fault: "pump.module", ...ARTERIAL }),
      broken("Arterial pump, emergency stop pressed", {
        fault: "pump.interlock",
        ...ARTERIAL,
        cause: "emergencyStop",
      }),
      broken("Arterial pump, runs away", {
        fault: "pump.runaway",
        ...ARTERIAL,
        protection: "works",
      }),
    ],
  },
  {
    title: "Lines and air",
    levers: [
      graded("Venous line, kinked", [
        ["half", { fault: "line.kink", site: "venous", openFraction: 0.5 }],
        ["nearly shut", { fault: "line.kink", site: "venous", openFraction: 0.05 }],
        ["shut", { fault: "line.kink", site: "venous", openFraction: 0 }],
      ]),
      graded("Arterial line, kinked", [
        ["half", { fault: "line.kink", site: "arterial", openFraction: 0.4 }],
        ["nearly shut", { fault: "line.kink", site: "arterial", openFraction: 0.1 }],
      ]),
      graded("Venous line, air from the cannula", [
        ["10 mL", { fault: "line.venousSlug", airMl: 10 }],
        ["50 mL", { fault: "line.venousSlug", airMl: 50 }],
        ["200 mL", { fault: "line.venousSlug", airMl: 200 }],
      ]),
      graded("Reservoir outlet draws air", [
        ["300 mL/min", { fault: "line.airLeak", airMlPerMin: 300 }],
        ["900 mL/min", { fault: "line.airLeak", airMlPerMin: 900 }],
      ]),
      broken("Electronic clamp closes, lamp says open", {
        fault: "electronicClamp.closedInError",
        indicator: "showsOpen",
      }),
    ],
  },
  {
    title: "Oxygenator and gas",
    levers: [
      graded("Oxygenator, fibres fail", [
        ["to 70 %", { fault: "oxygenator.fibres", transferFraction: 0.7 }],
        ["to 40 %", { fault: "oxygenator.fibres", transferFraction: 0.4 }],
        ["to 10 %", { fault: "oxygenator.fibres", transferFraction: 0.1 }],
      ]),
      graded("Oxygenator, clot", [
        ["to 60 %", { fault: "oxygenator.clot", openFraction: 0.6 }],
        ["to 30 %", { fault: "oxygenator.clot", openFraction: 0.3 }],
        ["to 10 %", { fault: "oxygenator.clot", openFraction: 0.1 }],
      ]),
      graded("Oxygenator, casing leaks", [
        ["50 mL/min", { fault: "oxygenator.leak", mlPerMin: 50 }],
        ["300 mL/min", { fault: "oxygenator.leak", mlPerMin: 300 }],
      ]),
      graded("Oxygen pipe, pressure falls", [
        ["to 250 kPa", { fault: "gas.pipelineLow", gas: "oxygen", pressureKPa: 250 }],
        ["to nothing", { fault: "gas.pipelineLow", gas: "oxygen", pressureKPa: 0 }],
      ]),
      broken("Gas line slips off", { fault: "gas.lineOff" }),
    ],
  },
  {
    title: "Power, water, sensors",
    levers: [
      graded("Mains lost", [
        ["battery works", { fault: "power.mainsLost", ups: "works" }],
        ["no battery", { fault: "power.mainsLost", ups: "absent" }],
      ]),
      broken("Heater-cooler dies", { fault: "water.unitDies" }),
      broken("Flow probe, frozen", { fault: "flowProbe.frozen" }),
      broken("Flow probe, dead", { fault: "flowProbe.failed" }),
      graded("Arterial transducer, zero drifts", [
        ["20 mmHg up", { fault: "monitor.zeroDrift", transducer: "arterial", offsetMmHg: 20 }],
        ["20 mmHg down", { fault: "monitor.zeroDrift", transducer: "arterial", offsetMmHg: -20 }],
      ]),
    ],
  },
];

const give = (drug: string, amount: number, unit: "ug" | "mg"): DirectorAction => ({
  type: "anaesthetist.give",
  drug,
  amount,
  unit,
});

export const PATIENT_LEVERS: readonly LeverGroup[] = [
  {
    title: "Vessels and blood",
    levers: [
      graded("Vasoplegia", [
        ["mild", { fault: "patient.vasoplegia", severityFraction: 0.3 }],
        ["moderate", { fault: "patient.vasoplegia", severityFraction: 0.6 }],
        ["severe", { fault: "patient.vasoplegia", severityFraction: 1 }],
      ]),
      graded("Aortic dissection", [
        ["moderate", { fault: "patient.dissection", severityFraction: 0.5, side: "right" }],
        ["severe", { fault: "patient.dissection", severityFraction: 1, side: "right" }],
      ]),
      graded("Heparin is lost", [
        ["half", { fault: "patient.heparinLost", leftFraction: 0.5 }],
        ["nearly all", { fault: "patient.heparinLost", leftFraction: 0.1 }],
      ]),
      graded("Heparin resistance", [
        ["antithrombin 0.4 U/mL", { fault: "patient.heparinResistance", antithrombinUPerMl: 0.4 }],
        ["antithrombin 0.2 U/mL", { fault: "patient.heparinResistance", antithrombinUPerMl: 0.2 }],
      ]),
      graded("Bleeding in the field", [
        ["100 mL/min", { fault: "patient.bleeding", mlPerMinAt70MmHg: 100 }],
        ["300 mL/min", { fault: "patient.bleeding", mlPerMinAt70MmHg: 300 }],
        ["800 mL/min", { fault: "patient.bleeding", mlPerMinAt70MmHg: 800 }],
      ]),
      graded("Air in the left heart", [
        ["5 mL", { fault: "patient.leftHeartAir", airMl: 5 }],
        ["30 mL", { fault: "patient.leftHeartAir", airMl: 30 }],
      ]),
    ],
  },
  {
    title: "Metabolism and depth",
    levers: [
      graded("Malignant hyperthermia", [
        ["moderate", { fault: "patient.malignantHyperthermia", severityFraction: 0.5 }],
        ["severe", { fault: "patient.malignantHyperthermia", severityFraction: 1 }],
      ]),
      graded("Shivering", [
        ["mild", { fault: "patient.shivering", severityFraction: 0.4 }],
        ["hard", { fault: "patient.shivering", severityFraction: 1 }],
      ]),
      done(
        "Anaesthetist relaxes with rocuronium",
        ["50 mg", give("rocuronium", 50, "mg")],
        ["100 mg", give("rocuronium", 100, "mg")],
      ),
      done("Anaesthetist gives dantrolene", ["200 mg", give("dantrolene", 200, "mg")]),
      done(
        "Anaesthetist deepens with propofol",
        ["50 mg", give("propofol", 50, "mg")],
        ["100 mg", give("propofol", 100, "mg")],
      ),
      done(
        "Anaesthetist gives phenylephrine",
        ["100 ug", give("phenylephrine", 100, "ug")],
        ["200 ug", give("phenylephrine", 200, "ug")],
      ),
      done(
        "Anaesthetist ventilates the lungs",
        ["on", { type: "anaesthetist.ventilate", on: true }],
        ["off", { type: "anaesthetist.ventilate", on: false }],
      ),
    ],
  },
  {
    title: "Rhythm and field",
    levers: [
      graded("Heart wakes under the clamp", [
        ["cool", { fault: "patient.heartWakes", temperatureC: 25, potassiumMmolPerL: 6 }],
        ["warm", { fault: "patient.heartWakes", temperatureC: 34, potassiumMmolPerL: 4 }],
      ]),
      done(
        "Heart is paced",
        ["80 a minute", { type: "surgeon.pace", ratePerMin: 80 }],
        ["110 a minute", { type: "surgeon.pace", ratePerMin: 110 }],
        ["no more", { type: "surgeon.pace", ratePerMin: 0 }],
      ),
      done("Surgeon shocks the heart", ["", { type: "surgeon.shock" }]),
      done(
        "Aortic clamp",
        ["on", { type: "surgeon.close", site: "aortic" }],
        ["off", { type: "surgeon.open", site: "aortic" }],
      ),
      done(
        "A second perfusionist",
        ["comes", { type: "team.arrive", who: "helper" }],
        ["goes", { type: "team.leave", who: "helper" }],
      ),
    ],
  },
];
