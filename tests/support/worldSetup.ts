/** Worlds for tests: set-ups read from scenarios/, and a bench that drives a world by names and seconds. */
import fs from "node:fs";
import path from "node:path";
import { parse as parseYaml } from "yaml";
import type { Fact } from "../../src/world/contract/facts.ts";
import type { Fault } from "../../src/world/contract/faults.ts";
import { type WorldSetup, worldSetupSchema } from "../../src/world/contract/setup.ts";
import { enumReading, SIGNAL_COUNT, signalIndex } from "../../src/world/contract/signals.ts";
import type { World, WorldAction } from "../../src/world/contract/world.ts";
import { createWorld } from "../../src/world/createWorld.ts";
import { ROOT } from "./sourceTree.ts";

const TICKS_PER_S = 50;

const parsed = new Map<string, unknown>();

/** A file of scenarios/, parsed once: hundreds of benches read the same three. */
function readYaml(file: string): unknown {
  const found =
    parsed.get(file) ?? parseYaml(fs.readFileSync(path.join(ROOT, "scenarios", file), "utf8"));
  parsed.set(file, found);
  return structuredClone(found);
}

/** Every drug of the project, in the order of their ids. */
const readDrugs = (): readonly unknown[] =>
  fs
    .readdirSync(path.join(ROOT, "scenarios/drugs"))
    .sort()
    .map((name) => readYaml(`drugs/${name}`));

export interface SetupOptions {
  readonly pump?: "roller" | "centrifugal";
  readonly seed?: number;
  /** Changes the parsed files before they are checked. */
  readonly edit?: (setup: WorldSetup) => void;
}

/** The default adult on the default circuit, as the files have them, checked by the schema. */
export function readWorldSetup(options: SetupOptions = {}): WorldSetup {
  const { pump = "roller", seed = 1, edit } = options;
  const setup = worldSetupSchema.parse({
    patient: readYaml("patients/adult-75kg.yaml"),
    circuit: readYaml("circuits/adult-hardshell.yaml"),
    machine: readYaml(`machines/five-head-${pump}.yaml`),
    drugs: readDrugs(),
    seed,
  });
  edit?.(setup);
  return worldSetupSchema.parse(setup);
}

interface Kept {
  readonly world: World;
  readonly fresh: Uint8Array;
  borrower: WorldBench | null;
}
const kept = new Map<string, Kept>();

/**
 * A world at tick 0. Settling takes half a second of computing, so worlds of equal set-ups are kept
 * and put back to their first snapshot. Two benches of one set-up cannot be used side by side: the
 * older one throws.
 */
function borrowWorld(setup: WorldSetup): Kept {
  const key = JSON.stringify(setup);
  let found = kept.get(key);
  if (found === undefined) {
    const world = createWorld(setup);
    found = { world, fresh: world.snapshot(), borrower: null };
    kept.set(key, found);
  }
  found.world.restore(found.fresh);
  return found;
}

/** A world with hands on it: acts by name, time in seconds, readings by signal. */
export class WorldBench {
  readonly setup: WorldSetup;
  readonly facts: Fact[] = [];
  private readonly kept: Kept;
  private filled = false;
  private readonly buffer = new Float64Array(SIGNAL_COUNT);

  constructor(options: SetupOptions = {}) {
    this.setup = readWorldSetup(options);
    this.kept = borrowWorld(this.setup);
    this.kept.borrower = this;
  }

  /** The world itself; whoever takes it may change it, so readings are filled anew afterwards. */
  get world(): World {
    this.filled = false;
    if (this.kept.borrower !== this) throw new Error("A newer bench has borrowed this world.");
    return this.kept.world;
  }

  /** Acts before the next tick, in order. */
  act(...actions: readonly WorldAction[]): this {
    for (const action of actions) this.world.apply(action);
    this.collect();
    return this;
  }

  inject(fault: Fault): this {
    return this.act({ type: "fault.inject", fault });
  }

  /** Acts that must be accepted: a refusal throws its own sentence. */
  do(...actions: readonly WorldAction[]): this {
    const before = this.facts.length;
    this.act(...actions);
    const refused = this.facts.slice(before).find((fact) => fact.type === "refused");
    if (refused?.type === "refused") {
      throw new Error(`${refused.action.type} was refused: ${refused.sentence}`);
    }
    return this;
  }

  /** Steps for a time; `each` runs after every tick with the seconds since this call. */
  run(seconds: number, each?: (elapsedS: number) => void): this {
    const ticks = Math.round(seconds * TICKS_PER_S);
    const { world } = this;
    for (let tick = 1; tick <= ticks; tick += 1) {
      world.step();
      this.filled = false;
      each?.(tick / TICKS_PER_S);
    }
    this.collect();
    return this;
  }

  /** Runs until something is true; the seconds it took, or null when it never was. */
  until(limitS: number, isTrue: () => boolean): number | null {
    for (let tick = 1; tick <= limitS * TICKS_PER_S; tick += 1) {
      this.world.step();
      if (isTrue()) {
        this.collect();
        return tick / TICKS_PER_S;
      }
    }
    this.collect();
    return null;
  }

  /** Seconds since the case began. */
  get timeS(): number {
    return this.world.tick() / TICKS_PER_S;
  }

  /** One reading now. */
  at(signal: string): number {
    return this.readings()[signalIndex(signal)];
  }

  /** The name an enum signal shows now. */
  named(signal: string): string {
    return enumReading(this.readings(), signal);
  }

  /** Mean of a reading over the next seconds. */
  mean(signal: string, seconds: number): number {
    let sum = 0;
    let count = 0;
    this.run(seconds, () => {
      sum += this.at(signal);
      count += 1;
    });
    return sum / count;
  }

  /** Stops a head, switches it off, opens it and fits the crank: about five seconds of hands. */
  fitCrank(head: "arterial" | "vent" | "suck1" | "suck2" | "cardioplegia" = "arterial"): this {
    this.do(
      { type: "pump.stop", head },
      { type: "pump.setPower", head, on: false },
      { type: "pump.openCover", head },
      { type: "crank.fetch" },
    );
    this.run(2.2);
    this.until(10, () => Math.abs(this.at(`pump.${head}.rotorRpm`)) < 1);
    return this.do({ type: "crank.fit", head }).run(2.7);
  }

  /** Turns the crank by hand: `entriesPerS` entries that together ask for a rate in rpm. */
  crank(
    seconds: number,
    rateRpm: number,
    options: {
      readonly entriesPerS?: number;
      readonly rotation?: "counterClockwise" | "clockwise";
      readonly head?: "arterial" | "suck2" | "cardioplegia";
      readonly each?: () => void;
    } = {},
  ): this {
    const { entriesPerS = 5, rotation = "counterClockwise", head = "arterial", each } = options;
    const ticks = Math.round(seconds * TICKS_PER_S);
    const everyTicks = TICKS_PER_S / entriesPerS;
    for (let tick = 0; tick < ticks; tick += 1) {
      if (tick % everyTicks === 0) {
        const revolutions = rateRpm / 60 / entriesPerS;
        this.world.apply({ type: "crank.turn", head, revolutions, rotation });
      }
      this.world.step();
      each?.();
    }
    this.collect();
    return this;
  }

  private readings(): Float64Array {
    if (!this.filled) {
      this.world.readings(this.buffer);
      this.filled = true;
    }
    return this.buffer;
  }

  private collect(): void {
    this.facts.push(...this.world.drainFacts());
  }
}
