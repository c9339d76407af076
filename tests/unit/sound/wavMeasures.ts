/** Measures of rendered sound, independent of how it was rendered: WAV reader, envelope, Goertzel. */
import type { SoundMap } from "../../../src/sound/soundMap.ts";

export interface Wav {
  readonly rateHz: number;
  readonly samples: Float64Array;
}

export function readWav(bytes: Uint8Array): Wav {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (text(0) !== "RIFF" || text(8) !== "WAVE" || text(36) !== "data") throw new Error("no WAV");
  if (view.getUint16(20, true) !== 1) throw new Error("not PCM");
  if (view.getUint16(22, true) !== 1 || view.getUint16(34, true) !== 8) throw new Error("format");
  const length = view.getUint32(40, true);
  if (44 + length !== bytes.length) throw new Error("length in the header is wrong");
  const samples = Float64Array.from(bytes.subarray(44), (byte) => (byte - 128) / 127);
  return { rateHz: view.getUint32(24, true), samples };
}

/** A sound of the map; `contextMs` more on both sides. */
export function cut(wav: Wav, map: SoundMap, name: string, contextMs = 0): Float64Array {
  const [startMs, lengthMs] = map.sprites[name] as [number, number];
  const at = (ms: number): number => Math.round((ms * wav.rateHz) / 1000);
  return wav.samples.slice(at(startMs - contextMs), at(startMs + lengthMs + contextMs));
}

/** Largest magnitude within ±half a window: one period of the lowest note, so that it does not ripple. */
function envelope(samples: Float64Array, rateHz: number, windowMs = 4): Float64Array {
  const half = Math.round((windowMs * rateHz) / 2000);
  return samples.map((_, at) => {
    let most = 0;
    for (let near = Math.max(0, at - half); near <= at + half && near < samples.length; near++) {
      most = Math.max(most, Math.abs(samples[near] as number));
    }
    return most;
  });
}

export interface Pulse {
  readonly startMs: number;
  readonly endMs: number;
  readonly riseMs: number;
  readonly fallMs: number;
  /** Samples of its steady middle. */
  readonly from: number;
  readonly to: number;
}

/** Pulses between crossings of half the largest envelope; rise and fall between 10 % and 90 %. */
export function pulsesOf(samples: Float64Array, rateHz: number): readonly Pulse[] {
  const level = envelope(samples, rateHz);
  const top = Math.max(...level);
  const ms = (at: number): number => (at * 1000) / rateHz;
  const pulses: Pulse[] = [];
  for (let at = 1; at < level.length; at++) {
    if (!((level[at - 1] as number) < top / 2 && (level[at] as number) >= top / 2)) continue;
    let end = at;
    while (end < level.length && (level[end] as number) >= top / 2) end += 1;
    let foot = at;
    while (foot > 0 && (level[foot] as number) > top * 0.1) foot -= 1;
    let head = at;
    while ((level[head] as number) < top * 0.9) head += 1;
    let shoulder = end;
    while ((level[shoulder - 1] as number) < top * 0.9) shoulder -= 1;
    let tail = end;
    while (tail < level.length && (level[tail] as number) > top * 0.1) tail += 1;
    pulses.push({
      startMs: ms(at),
      endMs: ms(end),
      riseMs: ms(head - foot),
      fallMs: ms(tail - shoulder),
      from: head,
      to: shoulder,
    });
    at = tail;
  }
  return pulses;
}

/** The stretch under a Hann window, so that neighbouring frequencies do not leak in. */
function windowed(samples: Float64Array, { from, to }: { from: number; to: number }): Float64Array {
  const length = to - from;
  return samples
    .slice(from, to)
    .map((sample, at) => sample * (0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / length)));
}

/** Goertzel's recursion: one frequency of the stretch without a sine for each sample. */
function amplitudeOf(stretch: Float64Array, hz: number, rateHz: number): number {
  const twice = 2 * Math.cos((2 * Math.PI * hz) / rateHz);
  let last = 0;
  let before = 0;
  for (const sample of stretch) {
    const now = sample + twice * last - before;
    before = last;
    last = now;
  }
  const power = last * last + before * before - twice * last * before;
  return (4 * Math.sqrt(Math.max(0, power))) / stretch.length;
}

/** Amplitude of one frequency in a stretch. */
export const amplitudeAt = (
  samples: Float64Array,
  stretch: { from: number; to: number },
  hz: number,
  rateHz: number,
): number => amplitudeOf(windowed(samples, stretch), hz, rateHz);

/** The strongest frequency between two, to half a hertz. */
export function strongestHz(
  samples: Float64Array,
  stretch: { from: number; to: number },
  [lowHz, highHz]: readonly [number, number],
  rateHz: number,
): number {
  const under = windowed(samples, stretch);
  let best = lowHz;
  let most = 0;
  for (let hz = lowHz; hz <= highHz; hz += 0.5) {
    const amplitude = amplitudeOf(under, hz, rateHz);
    if (amplitude > most) [best, most] = [hz, amplitude];
  }
  return best;
}

export function rootMeanSquare(samples: Float64Array, from = 0, to = samples.length): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += (samples[at] as number) ** 2;
  return Math.sqrt(sum / (to - from));
}
