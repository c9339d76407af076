/** Every sound in one row as a WAV, with the map of what lies where. A pulse is rendered once. */
import { ALARM_CATEGORIES, type AlarmPriority } from "../../world/contract/alarms.ts";
import type { BurstEntry, SoundMap } from "../soundMap.ts";
import {
  CLICK_SHAPES,
  LOOP_SHAPES,
  LOW_NOTES,
  MELODIES,
  type Note,
  PRIORITY_SHAPES,
  REMINDER_NOTES,
  SAMPLE_RATE_HZ,
} from "./soundTable.ts";
import { renderClick, renderLoop, renderPulse, samplesIn } from "./waves.ts";

const SILENCE_MS = 50; // between sounds, so that none bleeds into its neighbour
const STEP_MS = 10; // sounds start on whole steps: whole samples at 16, 44.1 and 48 kHz alike
const LOOP_MARGIN_MS = 20; // of itself on both sides of a loop, for the browser's resampler

interface Burst {
  readonly name: string;
  readonly entry: Omit<BurstEntry, "durationMs" | "repeatGapMs">;
  readonly notes: readonly Note[];
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The bursts there are: high and medium by category, one low one, one reminder. */
function bursts(): readonly Burst[] {
  const byCategory = ALARM_CATEGORIES.flatMap((category): Burst[] => {
    const melody = MELODIES[category];
    return [
      {
        name: `high${capital(category)}`,
        entry: { priority: "high", category },
        notes: [...melody, ...melody],
      },
      {
        name: `medium${capital(category)}`,
        entry: { priority: "medium", category },
        notes: melody.slice(0, 3),
      },
    ];
  });
  return [
    ...byCategory,
    { name: "low", entry: { priority: "low", category: "any" }, notes: LOW_NOTES },
    { name: "reminder", entry: { priority: "low", category: "reminder" }, notes: REMINDER_NOTES },
  ];
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function renderBurst(
  { entry, notes }: Burst,
  pulseOf: (note: Note, priority: AlarmPriority) => Float64Array,
): Float64Array {
  const { gapsMs } = PRIORITY_SHAPES[entry.priority];
  return joined(
    notes.flatMap((note, at) => {
      const gap = at === notes.length - 1 ? 0 : samplesIn(gapsMs[at] ?? 0);
      return [pulseOf(note, entry.priority), new Float64Array(gap)];
    }),
  );
}

/** 8-bit mono WAV: what matters is above its noise, and it is half the bytes. */
function wavBytes(samples: Float64Array): Uint8Array {
  const bytes = new Uint8Array(44 + samples.length);
  const view = new DataView(bytes.buffer);
  const text = (at: number, words: string): void => {
    for (let i = 0; i < words.length; i += 1) bytes[at + i] = words.charCodeAt(i);
  };
  text(0, "RIFF");
  view.setUint32(4, 36 + samples.length, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // mono
  view.setUint32(24, SAMPLE_RATE_HZ, true);
  view.setUint32(28, SAMPLE_RATE_HZ, true); // bytes a second
  view.setUint16(32, 1, true); // bytes a sample
  view.setUint16(34, 8, true); // bits a sample
  text(36, "data");
  view.setUint32(40, samples.length, true);
  samples.forEach((sample, at) => {
    bytes[44 + at] = Math.min(255, Math.max(0, Math.round(sample * 127) + 128));
  });
  return bytes;
}

class Row {
  readonly parts: Float64Array[] = [];
  readonly sprites: Record<string, [number, number] | [number, number, boolean]> = {};
  private nowMs = 0;

  constructor() {
    this.pad(SILENCE_MS);
  }

  place(name: string, samples: Float64Array, isLoop: boolean): number {
    const lengthMs = (samples.length * 1000) / SAMPLE_RATE_HZ;
    const margin = isLoop ? samplesIn(LOOP_MARGIN_MS) : 0;
    if (isLoop) this.parts.push(samples.slice(samples.length - margin));
    this.nowMs += isLoop ? LOOP_MARGIN_MS : 0;
    this.sprites[name] = isLoop ? [this.nowMs, lengthMs, true] : [this.nowMs, lengthMs];
    this.parts.push(samples);
    if (isLoop) this.parts.push(samples.slice(0, margin));
    this.nowMs += lengthMs + (isLoop ? LOOP_MARGIN_MS : 0);
    this.pad(SILENCE_MS + ((STEP_MS - (this.nowMs % STEP_MS)) % STEP_MS));
    return lengthMs;
  }

  private pad(ms: number): void {
    this.parts.push(new Float64Array(samplesIn(ms)));
    this.nowMs += ms;
  }
}

export interface RenderedSounds {
  readonly wav: Uint8Array;
  readonly map: SoundMap;
}

export function renderSounds(): RenderedSounds {
  const row = new Row();
  const pulses = new Map<string, Float64Array>();
  const pulseOf = (note: Note, priority: AlarmPriority): Float64Array => {
    const key = `${note} ${priority}`;
    const found = pulses.get(key) ?? renderPulse(note, PRIORITY_SHAPES[priority]);
    pulses.set(key, found);
    return found;
  };
  const entries: Record<string, BurstEntry> = {};
  for (const burst of bursts()) {
    const durationMs = row.place(burst.name, renderBurst(burst, pulseOf), false);
    const { repeatGapMs } = PRIORITY_SHAPES[burst.entry.priority];
    entries[burst.name] = { ...burst.entry, durationMs, repeatGapMs };
  }
  for (const [name, click] of Object.entries(CLICK_SHAPES))
    row.place(name, renderClick(click), false);
  for (const [name, loop] of Object.entries(LOOP_SHAPES)) row.place(name, renderLoop(loop), true);
  return { wav: wavBytes(joined(row.parts)), map: { sprites: row.sprites, bursts: entries } };
}
