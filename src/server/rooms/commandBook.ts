/**
 * Commands on their way to the device: given once, carried out once, and gone when their time is up.
 * Read from the journal, so that a restarted server remembers them.
 */
import { canonicalJson } from "../../kernel/canonicalJson.ts";
import type { ClockCommand, CommandAction, LiveEntry } from "../../session/contract/live.ts";
import type { KeptLine } from "./roomStore.ts";

export interface GivenCommand {
  readonly id: string;
  readonly action: CommandAction;
  /** By the room's clock. */
  readonly issuedClockMs: number;
  /** Frontier when it was given; the entry that carries it out cannot be earlier. */
  readonly issuedTick: number;
  /** The entry that carries it out cannot be later. */
  readonly byTick: number;
  readonly ttlS: number;
}

export interface CommandBook {
  isKnown(id: string): boolean;
  give(command: GivenCommand): void;
  /** Whether an entry carries out a command in its time, for the first time, and says the same. */
  fits(entry: LiveEntry): boolean;
  /** Whether the device's clock may stand or run from this tick: somebody asked for it. */
  allowsClock(types: readonly ClockCommand[], tick: number): boolean;
  /** Nobody has to be reminded of it any more. */
  close(id: string): void;
  /** Carried out: no second entry may say so. */
  apply(id: string): void;
  /** All open ones of these types: the device's clock stands or runs, however often it was asked. */
  closeAll(types: readonly ClockCommand[]): void;
  /** What the device should still hear of. */
  open(clockMs: number): readonly GivenCommand[];
}

const MS_PER_S = 1000;
const isOneOf = (types: readonly string[], command: GivenCommand | undefined): boolean =>
  command !== undefined && types.includes(command.action.type);
const sameAction = (one: unknown, other: unknown): boolean =>
  canonicalJson(one) === canonicalJson(other);

export function createCommandBook(journal: readonly KeptLine[] = []): CommandBook {
  const known = new Map<string, GivenCommand>();
  const opened = new Set<string>();
  const applied = new Set<string>();
  const apply = (id: string): void => {
    opened.delete(id);
    applied.add(id);
  };
  const give = (command: GivenCommand): void => {
    known.set(command.id, command);
    opened.add(command.id);
  };
  for (const { kind, clockMs, tick, detail } of journal) {
    const id = String(detail["id"]);
    if (kind === "command") {
      const action = detail["action"] as CommandAction;
      const [ttlS, byTick] = [Number(detail["ttlS"]), Number(detail["byTick"])];
      give({ id, action, issuedClockMs: clockMs, issuedTick: tick, byTick, ttlS });
    }
    if (kind === "applied") apply(id);
    // An entry of it may still be on its way from an earlier page of the device.
    if (kind === "lapsed") opened.delete(id);
  }
  const isInTime = ({ issuedTick, byTick }: GivenCommand, tick: number): boolean =>
    tick >= issuedTick && tick <= byTick;
  return {
    isKnown: (id) => known.has(id),
    give,
    fits({ commandId, tick, action, actor }) {
      const command = commandId === undefined ? undefined : known.get(commandId);
      if (command === undefined || applied.has(command.id) || actor !== "supervisor") return false;
      return isInTime(command, tick) && sameAction(command.action, action);
    },
    allowsClock: (types, tick) =>
      [...opened].some((id) => {
        const command = known.get(id) as GivenCommand;
        return isOneOf(types, command) && isInTime(command, tick);
      }),
    close: (id) => void opened.delete(id),
    apply,
    closeAll(types) {
      for (const id of opened) if (isOneOf(types, known.get(id))) opened.delete(id);
    },
    open: (clockMs) =>
      [...opened]
        .map((id) => known.get(id) as GivenCommand)
        .filter(({ issuedClockMs, ttlS }) => clockMs - issuedClockMs <= ttlS * MS_PER_S),
  };
}
