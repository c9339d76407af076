/**
 * Every sound of OnBypass as numbers; the browser renders them when a case starts, so none is carried
 * over the wire. Alarm timing is modelled on IEC 60601-1-8 as restated in public sources; melodies are
 * those of its earlier Annex F (standards.md 1.3 and 1.4). Nothing here was recorded or copied.
 */
import type { AlarmCategory, AlarmPriority } from "../../world/contract/alarms.ts";

export interface PriorityShape {
  readonly level: number;
  readonly pulseMs: number;
  readonly riseMs: number;
  readonly fallMs: number;
  /** Silence after each pulse but the last. */
  readonly gapsMs: readonly number[];
  readonly repeatGapMs: number;
}

export interface LoopShape {
  readonly lengthMs: number;
  readonly seed: number;
  readonly peak: number;
  readonly swellsPerLoop: number;
  readonly swellDepth: number;
  readonly noiseHz: readonly [low: number, high: number];
  readonly noise: number;
  readonly tones: readonly (readonly [hz: number, amplitude: number])[];
}

export interface ClickShape {
  readonly lengthMs: number;
  readonly seed: number;
  readonly peak: number;
  readonly strikesMs: readonly number[];
  readonly tones: readonly (readonly [hz: number, amplitude: number, decayMs: number])[];
  readonly noise: number;
}

export const SAMPLE_RATE_HZ = 16_000;

export const NOTES_HZ = {
  C4: 261.63,
  D4: 293.66,
  E4: 329.63,
  F4: 349.23,
  "F#4": 369.99,
  G4: 392,
  A4: 440,
  B4: 493.88,
  C5: 523.25,
  G5: 783.99,
} as const;
export type Note = keyof typeof NOTES_HZ;

/** Amplitudes of the harmonics, base first; phases in turns keep the peaks apart. */
export const VOICE = {
  harmonics: [1, 0.75, 0.6, 0.48, 0.36, 0.26],
  phasesTurns: [0, 0.55, 0.2, 0.85, 0.4, 0.1],
  peak: 0.9,
} as const;

export const PRIORITY_SHAPES: Readonly<Record<AlarmPriority, PriorityShape>> = {
  high: {
    level: 1,
    pulseMs: 150,
    riseMs: 25,
    fallMs: 40,
    gapsMs: [75, 75, 300, 75, 600, 75, 75, 300, 75],
    repeatGapMs: 5000,
  },
  medium: {
    level: 0.8,
    pulseMs: 200,
    riseMs: 34,
    fallMs: 40,
    gapsMs: [170, 170],
    repeatGapMs: 10000,
  },
  low: { level: 0.55, pulseMs: 200, riseMs: 34, fallMs: 40, gapsMs: [170], repeatGapMs: 20000 },
};

/** High: five notes, twice. Medium: the first three of them. */
export const MELODIES: Readonly<Record<AlarmCategory, readonly [Note, Note, Note, Note, Note]>> = {
  general: ["C4", "C4", "C4", "C4", "C4"],
  cardiovascular: ["C4", "E4", "G4", "G4", "C5"],
  perfusion: ["C4", "F#4", "C4", "C4", "F#4"],
  ventilation: ["C4", "A4", "F4", "A4", "F4"],
  oxygen: ["C5", "B4", "A4", "G4", "F4"],
  temperature: ["C4", "D4", "E4", "F4", "G4"],
  drug: ["C5", "D4", "G4", "C5", "D4"],
  power: ["C5", "C4", "C4", "C5", "C4"],
};

/** Low alarms of every category share two falling notes. */
export const LOW_NOTES: readonly Note[] = ["E4", "C4"];
/** One pulse that reminds of alarm sound turned off; 784 Hz as on a bedside device (standards.md 1.3). */
export const REMINDER_NOTES: readonly Note[] = ["G5"];

export const LOOP_SHAPES: Readonly<Record<"roller" | "centrifugal", LoopShape>> = {
  // One turn of a roller pump at 80 rpm: two rollers press past, over a geared motor.
  roller: {
    lengthMs: 750,
    seed: 11,
    peak: 0.85,
    swellsPerLoop: 2,
    swellDepth: 0.65,
    noiseHz: [180, 1300],
    noise: 1,
    tones: [
      [96, 0.5],
      [192, 0.28],
      [288, 0.12],
    ],
  },
  // Half a second of a centrifugal drive at 2400 rpm: a smooth hum with the blades in it.
  centrifugal: {
    lengthMs: 500,
    seed: 23,
    peak: 0.85,
    swellsPerLoop: 0,
    swellDepth: 0,
    noiseHz: [300, 1800],
    noise: 0.35,
    tones: [
      [40, 0.25],
      [80, 0.3],
      [240, 0.7],
      [480, 0.35],
      [720, 0.16],
    ],
  },
};

export const CLICK_SHAPES: Readonly<Record<"click" | "crank" | "clamp", ClickShape>> = {
  // A key; also what proves to the ear that sound is on.
  click: {
    lengthMs: 40,
    seed: 3,
    peak: 0.7,
    strikesMs: [0],
    tones: [
      [1650, 1, 6],
      [2900, 0.4, 3],
    ],
    noise: 0.25,
  },
  // The pawl of the hand crank, once a turn.
  crank: {
    lengthMs: 80,
    seed: 5,
    peak: 0.8,
    strikesMs: [0, 14],
    tones: [
      [620, 1, 12],
      [1480, 0.6, 7],
      [3100, 0.3, 3],
    ],
    noise: 0.5,
  },
  // The ratchet of a tubing clamp.
  clamp: {
    lengthMs: 130,
    seed: 7,
    peak: 0.75,
    strikesMs: [0, 34, 62],
    tones: [
      [2450, 1, 8],
      [3650, 0.7, 6],
      [5200, 0.3, 3],
    ],
    noise: 0.35,
  },
};
