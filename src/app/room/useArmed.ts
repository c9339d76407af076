/**
 * Levers that are to be sent later: they wait on this screen alone, so that the trainee's device knows of
 * nothing before its time, and are gone when the page is.
 */
import { useEffect, useState } from "preact/hooks";
import type { CommandAction } from "../../session/contract/live.ts";
import type { SendCommand } from "./opening.ts";

interface Waiting {
  readonly action: CommandAction;
  readonly dueTick: number;
}

export interface Armed {
  /** When a lever goes off; undefined when it is not armed. */
  dueTick(title: string): number | undefined;
  arm(title: string, waiting: Waiting): void;
  disarm(title: string): void;
}

export function useArmed(tick: number, command: SendCommand): Armed {
  const [waiting, setWaiting] = useState<ReadonlyMap<string, Waiting>>(new Map());
  const without = (titles: readonly string[]) =>
    new Map([...waiting].filter(([title]) => !titles.includes(title)));
  useEffect(() => {
    const due = [...waiting].filter(([, { dueTick }]) => dueTick <= tick);
    if (due.length === 0) return;
    setWaiting(without(due.map(([title]) => title)));
    for (const [, { action }] of due) command(action);
  }, [tick, waiting]);
  return {
    dueTick: (title) => waiting.get(title)?.dueTick,
    arm: (title, one) => setWaiting(new Map([...waiting, [title, one]])),
    disarm: (title) => setWaiting(without([title])),
  };
}
