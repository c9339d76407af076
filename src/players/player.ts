/**
 * A scripted player: a generator that thinks, acts and waits like one person. It reacts after 0.8 to
 * 2 s (seeded), does one thing at a time, and learns the outcome of an act from facts only. Debriefs
 * show the expert's run beside the trainee's; tests and `qualify` play all kinds.
 */
import { nextFraction, STREAM_WORDS, seedStream } from "../kernel/random.ts";
import { sToTicks } from "../kernel/tick.ts";
import type { TraineeAction } from "../world/contract/actions.ts";
import type { Finding } from "../world/contract/facts.ts";
import type { Head, Inspectable, Message, TeamMember } from "../world/contract/ids.ts";
import type { TraineeView } from "./traineeView.ts";

const REACTION_S_MIN = 0.8;
const REACTION_S_MAX = 2;
const TURN_EVERY_TICKS = 10; // five crank entries a second
const TRIES_MAX = 12;

/** Yields how many ticks to wait. */
export type Script = Generator<number, void, void>;
export type Step<T> = Generator<number, T, void>;

export class Player {
  readonly view: TraineeView;
  readonly #chance = new Uint32Array(STREAM_WORDS);
  readonly #scripts: { readonly script: Script; wakeTick: number }[] = [];
  #outbox: TraineeAction[] = [];
  #crank: { readonly head: Head; readonly rpm: number } | null = null;
  #nextTurnTick = 0;
  #sentCount = 0;
  readonly #paceFactor: number;

  /** A `paceFactor` of 2 takes twice as long for each reaction as a practised person. */
  constructor(view: TraineeView, seed: number, paceFactor = 1) {
    this.view = view;
    this.#paceFactor = paceFactor;
    seedStream(this.#chance, 0, seed, "players.player");
  }

  /** Hands, or mouth and eyes: each script is one train of thought. */
  start(script: Script): void {
    this.#scripts.push({ script, wakeTick: this.view.tick });
  }

  /** What the player does before the next tick. */
  decide(): readonly TraineeAction[] {
    this.#outbox = [];
    for (const one of this.#scripts) {
      if (this.view.tick < one.wakeTick) continue;
      const next = one.script.next();
      one.wakeTick = next.done ? Number.MAX_SAFE_INTEGER : this.view.tick + Math.max(1, next.value);
    }
    this.#turn();
    return this.#outbox;
  }

  /** How many acts were sent so far, accepted or not; turns of the crank are not counted. */
  get sentCount(): number {
    return this.#sentCount;
  }

  /** A number from 0 to below 1, from this player's own stream. */
  chance(): number {
    return nextFraction(this.#chance, 0);
  }

  *wait(seconds: number): Step<void> {
    yield sToTicks(seconds);
  }

  /** The time a person needs to see, decide and reach. */
  *react(): Step<void> {
    const span = REACTION_S_MAX - REACTION_S_MIN;
    const reactionS = REACTION_S_MIN + span * nextFraction(this.#chance, 0);
    yield sToTicks(reactionS * this.#paceFactor);
  }

  /** Waits until something is seen, at most so long; tells whether it came. */
  *until(isSo: () => boolean, atMostS: number): Step<boolean> {
    const lastTick = this.view.tick + sToTicks(atMostS);
    while (!isSo()) {
      if (this.view.tick >= lastTick) return false;
      yield 1;
    }
    return true;
  }

  /** Acts after a reaction; tries again while hands or attention are busy. False when refused. */
  *act(action: TraineeAction): Step<boolean> {
    yield* this.react();
    for (let i = 0; i < TRIES_MAX; i++) {
      const answer = yield* this.#send(action);
      if (answer === "accepted") return true;
      if (answer !== "handsBusy" && answer !== "attentionBusy") return false;
      yield* this.wait(1);
    }
    return false;
  }

  /** Acts and waits until the hands are free again. */
  *job(action: TraineeAction): Step<boolean> {
    const isDone = yield* this.act(action);
    if (isDone) yield* this.until(() => this.view.word("hands.task") === "none", 120);
    return isDone;
  }

  *say(to: TeamMember, message: Message): Step<boolean> {
    return yield* this.act({ type: "team.say", to, message });
  }

  /** Looks and waits for what is seen. */
  *look(what: Inspectable): Step<Finding> {
    const accepted = yield* this.act({ type: "inspect", what });
    if (!accepted) return "notVisible";
    let finding: Finding = "notVisible";
    yield* this.until(() => {
      const fact = this.view.facts.find((one) => one.type === "seen" && one.what === what);
      if (fact?.type === "seen") finding = fact.finding;
      return fact !== undefined;
    }, 15);
    return finding;
  }

  /** From now on the hands turn the crank at a rate, whatever else is said or looked at. */
  crankAt(head: Head, rpm: number): void {
    this.#crank = { head, rpm };
  }

  stopCranking(): void {
    this.#crank = null;
  }

  *#send(action: TraineeAction): Step<string> {
    this.#outbox.push(action);
    this.#sentCount += 1;
    yield 1;
    // The answer belongs to the act sent just now; other acts of this tick are of another type.
    const fact = this.view.facts.find(
      (one) =>
        (one.type === "accepted" || one.type === "refused") &&
        JSON.stringify(one.action) === JSON.stringify(action),
    );
    if (fact?.type === "refused") return fact.code;
    return fact === undefined ? "lost" : "accepted";
  }

  #turn(): void {
    if (this.#crank === null || this.view.tick < this.#nextTurnTick) return;
    if (this.view.word("hands.task") !== "none") return;
    const { head, rpm } = this.#crank;
    const revolutions = (rpm / 60) * (TURN_EVERY_TICKS / 50);
    this.#nextTurnTick = this.view.tick + TURN_EVERY_TICKS;
    this.#outbox.push({ type: "crank.turn", head, revolutions, rotation: "counterClockwise" });
  }
}
