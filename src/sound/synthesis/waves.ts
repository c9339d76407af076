/**
 * Waves from numbers: pulses, loops and clicks. Only + - * / and rounding are used, never a platform's
 * own sine, so the same table gives the same samples on every machine.
 */
import {
  type ClickShape,
  type LoopShape,
  NOTES_HZ,
  type Note,
  type PriorityShape,
  SAMPLE_RATE_HZ,
  VOICE,
} from "./soundTable.ts";

export const samplesIn = (ms: number): number => Math.round((ms * SAMPLE_RATE_HZ) / 1000);

/** Sine of a number of turns, by its Taylor series around the nearest quarter turn. */
function sineOfTurns(turns: number): number {
  const part = turns - Math.floor(turns); // 0..1
  const quarter = Math.round(part * 4);
  const x = (part - quarter / 4) * 6.283185307179586; // within ±π/4
  const square = x * x;
  const sine =
    x * (1 - (square / 6) * (1 - (square / 20) * (1 - (square / 42) * (1 - square / 72))));
  const cosine =
    1 -
    (square / 2) *
      (1 - (square / 12) * (1 - (square / 30) * (1 - (square / 56) * (1 - square / 90))));
  if (quarter === 1) return cosine;
  if (quarter === 2) return -sine;
  return quarter === 3 ? -cosine : sine;
}

/** A stream of numbers in 0..1 from a seed (xorshift, 32 bits). */
function randomStream(seed: number): () => number {
  let bits = (seed * 2654435761) >>> 0 || 1;
  return () => {
    bits ^= bits << 13;
    bits >>>= 0;
    bits ^= bits >>> 17;
    bits ^= bits << 5;
    bits >>>= 0;
    return bits / 4294967296;
  };
}

function scaledToPeak(samples: Float64Array, peak: number): Float64Array {
  let most = 0;
  for (const sample of samples) most = Math.max(most, Math.abs(sample));
  return most === 0 ? samples : samples.map((sample) => (sample / most) * peak);
}

/** One alarm pulse: harmonics of the note under straight flanks. */
export function renderPulse(note: Note, shape: PriorityShape): Float64Array {
  const total = samplesIn(shape.pulseMs);
  const rise = samplesIn(shape.riseMs);
  const fall = samplesIn(shape.fallMs);
  const tone = new Float64Array(total);
  VOICE.harmonics.forEach((amplitude, order) => {
    const perSample = (NOTES_HZ[note] * (order + 1)) / SAMPLE_RATE_HZ;
    const phase = VOICE.phasesTurns[order] as number;
    for (let at = 0; at < total; at += 1) {
      tone[at] = (tone[at] as number) + amplitude * sineOfTurns(perSample * at + phase);
    }
  });
  const level = scaledToPeak(tone, VOICE.peak * shape.level);
  return level.map((sample, at) => sample * Math.min(1, at / rise, (total - 1 - at) / fall));
}

/** A loop made only of whole periods of its own length: it has no seam. */
export function renderLoop(loop: LoopShape): Float64Array {
  const length = samplesIn(loop.lengthMs);
  const random = randomStream(loop.seed);
  const partials = loop.tones.map(([hz, amplitude]) => ({
    cycles: Math.round((hz * loop.lengthMs) / 1000),
    amplitude,
    phase: 0,
  }));
  const [lowHz, highHz] = loop.noiseHz;
  const firstCycle = Math.round((lowHz * loop.lengthMs) / 1000);
  const lastCycle = Math.round((highHz * loop.lengthMs) / 1000);
  const share = 3 / (lastCycle - firstCycle + 1);
  for (let cycles = firstCycle; cycles <= lastCycle; cycles += 3) {
    const falling = firstCycle / cycles; // −6 dB an octave: a rush, not a hiss
    partials.push({ cycles, amplitude: loop.noise * Math.sqrt(share * falling), phase: random() });
  }
  const samples = new Float64Array(length);
  for (const { cycles, amplitude, phase } of partials) {
    for (let at = 0; at < length; at += 1) {
      samples[at] =
        (samples[at] as number) + amplitude * sineOfTurns((cycles * at) / length + phase);
    }
  }
  const swelling = samples.map((sample, at) => {
    const wave = sineOfTurns((loop.swellsPerLoop * at) / length - 0.25); // from −1 up to 1 and back
    return sample * (1 - loop.swellDepth * (0.5 - 0.5 * wave));
  });
  return scaledToPeak(loop.swellsPerLoop > 0 ? swelling : samples, loop.peak);
}

/** Strikes of something small and hard: dying tones with a breath of noise at each start. */
export function renderClick(click: ClickShape): Float64Array {
  const samples = new Float64Array(samplesIn(click.lengthMs));
  const random = randomStream(click.seed);
  for (const [order, strikeMs] of click.strikesMs.entries()) {
    const from = samplesIn(strikeMs);
    const strength = 1 / (1 + 0.5 * order);
    for (const [hz, amplitude, decayMs] of [...click.tones, [0, click.noise, 2] as const]) {
      const decay = 1 - 1 / samplesIn(decayMs); // per sample
      let envelope = amplitude * strength;
      for (let at = from; at < samples.length; at += 1, envelope *= decay) {
        const source =
          hz === 0 ? random() * 2 - 1 : sineOfTurns((hz * (at - from)) / SAMPLE_RATE_HZ);
        samples[at] = (samples[at] as number) + envelope * source;
      }
    }
  }
  const fade = samplesIn(5);
  const ended = samples.map((one, at) => one * Math.min(1, (samples.length - 1 - at) / fade));
  return scaledToPeak(ended, click.peak);
}
