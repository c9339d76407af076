/**
 * Renders assets/sound/alarms.json into one WAV with a map of what lies where. Same table, same bytes
 * on every machine: only + - * / and rounding are used, never a platform's own sine or power.
 *
 *   node scripts/build-sounds.mjs [--out public/sound]
 */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/**
 * @typedef {{ level: number, pulseMs: number, riseMs: number, fallMs: number, gapsMs: number[], repeatGapMs: number }} Priority
 * @typedef {{ harmonics: number[], phasesTurns: number[], peak: number }} Voice
 * @typedef {{ name: string, priority: string, category: string, notes: string[] }} Burst
 * @typedef {{ name: string, lengthMs: number, seed: number, peak: number, swellsPerLoop: number, swellDepth: number, noiseHz: number[], noise: number, tones: number[][] }} Loop
 * @typedef {{ name: string, lengthMs: number, seed: number, peak: number, strikesMs: number[], tones: number[][], noise: number }} Click
 * @typedef {{ sampleRateHz: number, notesHz: Record<string, number>, voice: Voice, priorities: Record<string, Priority>, bursts: Burst[], loops: Loop[], clicks: Click[] }} SoundTable
 */

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const TABLE = path.join(ROOT, "assets/sound/alarms.json");
const SILENCE_MS = 50; // between sounds, so that none bleeds into its neighbour
const STEP_MS = 10; // sounds start on whole steps: whole samples at 16, 44.1 and 48 kHz alike
const LOOP_MARGIN_MS = 20; // of itself on both sides of a loop, for the browser's resampler

/**
 * Sine of a number of turns, by its Taylor series around the nearest quarter turn.
 * @param {number} turns
 * @returns {number}
 */
export function sineOfTurns(turns) {
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
  return /** @type {number} */ ([sine, cosine, -sine, -cosine, sine][quarter]);
}

/**
 * A stream of numbers in 0..1 from a seed (xorshift, 32 bits).
 * @param {number} seed
 * @returns {() => number}
 */
function randomStream(seed) {
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

/**
 * @param {Float64Array} samples
 * @param {number} peak
 */
function scaledToPeak(samples, peak) {
  let most = 0;
  for (const sample of samples) most = Math.max(most, Math.abs(sample));
  return most === 0 ? samples : samples.map((sample) => (sample / most) * peak);
}

/** @type {(ms: number, rateHz: number) => number} */
const samplesIn = (ms, rateHz) => Math.round((ms * rateHz) / 1000);

/**
 * One alarm pulse: harmonics of the note under straight flanks.
 * @param {number} noteHz
 * @param {Priority} priority
 * @param {SoundTable} table
 */
function renderPulse(noteHz, priority, { voice, sampleRateHz: rateHz }) {
  const total = samplesIn(priority.pulseMs, rateHz);
  const rise = samplesIn(priority.riseMs, rateHz);
  const fall = samplesIn(priority.fallMs, rateHz);
  const tone = Float64Array.from({ length: total }, (_, at) => {
    let sum = 0;
    for (const [order, amplitude] of voice.harmonics.entries()) {
      const turns = (noteHz * (order + 1) * at) / rateHz + voice.phasesTurns[order];
      sum += amplitude * sineOfTurns(turns);
    }
    return sum;
  });
  const level = scaledToPeak(tone, voice.peak * priority.level);
  return level.map((sample, at) => sample * Math.min(1, at / rise, (total - 1 - at) / fall));
}

/**
 * @param {Burst} burst
 * @param {SoundTable} table
 */
function renderBurst(burst, table) {
  const { sampleRateHz: rateHz, priorities, notesHz } = table;
  const priority = priorities[burst.priority];
  const parts = burst.notes.flatMap((note, at) => {
    const gapMs = priority.gapsMs[at] ?? 0;
    const silence = new Float64Array(at === burst.notes.length - 1 ? 0 : samplesIn(gapMs, rateHz));
    const noteHz = notesHz[note];
    if (noteHz === undefined) throw new Error(`${burst.name}: notesHz has no "${note}".`);
    return [renderPulse(noteHz, priority, table), silence];
  });
  return joined(parts);
}

/**
 * A loop made only of whole periods of its own length: it has no seam.
 * @param {Loop} loop
 * @param {SoundTable} table
 */
function renderLoop(loop, { sampleRateHz: rateHz }) {
  const length = samplesIn(loop.lengthMs, rateHz);
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
    for (let at = 0; at < length; at++) {
      samples[at] += amplitude * sineOfTurns((cycles * at) / length + phase);
    }
  }
  const swelling = samples.map((sample, at) => {
    const wave = sineOfTurns((loop.swellsPerLoop * at) / length - 0.25); // from −1 up to 1 and back
    return sample * (1 - loop.swellDepth * (0.5 - 0.5 * wave));
  });
  return scaledToPeak(loop.swellsPerLoop > 0 ? swelling : samples, loop.peak);
}

/**
 * Strikes of something small and hard: dying tones with a breath of noise at each start.
 * @param {Click} click
 * @param {SoundTable} table
 */
function renderClick(click, { sampleRateHz: rateHz }) {
  const samples = new Float64Array(samplesIn(click.lengthMs, rateHz));
  const random = randomStream(click.seed);
  for (const [order, strikeMs] of click.strikesMs.entries()) {
    const from = samplesIn(strikeMs, rateHz);
    const strength = 1 / (1 + 0.5 * order);
    for (const [hz, amplitude, decayMs] of [...click.tones, [0, click.noise, 2]]) {
      const decay = 1 - 1 / samplesIn(decayMs, rateHz); // per sample
      let envelope = amplitude * strength;
      for (let at = from; at < samples.length; at++, envelope *= decay) {
        const source = hz === 0 ? random() * 2 - 1 : sineOfTurns((hz * (at - from)) / rateHz);
        samples[at] += envelope * source;
      }
    }
  }
  const fade = samplesIn(5, rateHz);
  const ended = samples.map((one, at) => one * Math.min(1, (samples.length - 1 - at) / fade));
  return scaledToPeak(ended, click.peak);
}

/** @param {Float64Array[]} parts */
function joined(parts) {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * 8-bit mono WAV: what matters is above its noise, and it is half the bytes.
 * @param {Float64Array} samples
 * @param {number} rateHz
 */
function wavBytes(samples, rateHz) {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20); // PCM
  header.writeUInt16LE(1, 22); // mono
  header.writeUInt32LE(rateHz, 24);
  header.writeUInt32LE(rateHz, 28); // bytes a second
  header.writeUInt16LE(1, 32); // bytes a sample
  header.writeUInt16LE(8, 34); // bits a sample
  header.write("data", 36);
  header.writeUInt32LE(samples.length, 40);
  const body = Uint8Array.from(samples, (sample) =>
    Math.min(255, Math.max(0, Math.round(sample * 127) + 128)),
  );
  return Buffer.concat([header, body]);
}

/**
 * Everything in one row, each sound on a step, with the map of where it is.
 * @param {SoundTable} table
 */
export function renderSounds(table) {
  const rateHz = table.sampleRateHz;
  /** @type {Float64Array[]} */
  const parts = [];
  /** @type {Record<string, [number, number] | [number, number, boolean]>} */
  const sprites = {};
  let nowMs = 0;
  const pad = (/** @type {number} */ ms) => {
    parts.push(new Float64Array(samplesIn(ms, rateHz)));
    nowMs += ms;
  };
  /** @type {(name: string, samples: Float64Array, isLoop: boolean) => void} */
  const place = (name, samples, isLoop) => {
    const lengthMs = (samples.length * 1000) / rateHz;
    const margin = isLoop ? samplesIn(LOOP_MARGIN_MS, rateHz) : 0;
    if (isLoop) parts.push(samples.slice(samples.length - margin));
    nowMs += isLoop ? LOOP_MARGIN_MS : 0;
    sprites[name] = isLoop ? [nowMs, lengthMs, true] : [nowMs, lengthMs];
    parts.push(samples);
    if (isLoop) parts.push(samples.slice(0, margin));
    nowMs += lengthMs + (isLoop ? LOOP_MARGIN_MS : 0);
    pad(SILENCE_MS + ((STEP_MS - (nowMs % STEP_MS)) % STEP_MS));
  };
  pad(SILENCE_MS);
  /** @type {Record<string, { priority: string, category: string, durationMs: number, repeatGapMs: number }>} */
  const bursts = {};
  for (const burst of table.bursts) {
    const { name, priority, category } = burst;
    place(name, renderBurst(burst, table), false);
    const repeatGapMs = table.priorities[priority].repeatGapMs;
    bursts[name] = { priority, category, durationMs: sprites[name][1], repeatGapMs };
  }
  for (const click of table.clicks) place(click.name, renderClick(click, table), false);
  for (const loop of table.loops) place(loop.name, renderLoop(loop, table), true);
  const wav = wavBytes(joined(parts), rateHz);
  const hash = createHash("sha256").update(wav).digest("hex").slice(0, 16);
  return { wav, map: { file: "sounds.wav", hash, sprites, bursts } };
}

function main() {
  const { values } = parseArgs({ options: { out: { type: "string", default: "public/sound" } } });
  const out = path.resolve(ROOT, values.out);
  const { wav, map } = renderSounds(JSON.parse(fs.readFileSync(TABLE, "utf8")));
  fs.mkdirSync(out, { recursive: true });
  fs.writeFileSync(path.join(out, "sounds.wav"), wav);
  fs.writeFileSync(path.join(out, "sounds.json"), `${JSON.stringify(map, null, 2)}\n`);
  console.log(`${path.relative(ROOT, out)}: ${(wav.length / 1024).toFixed(1)} KiB of sound`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
