/** Who may do what in a room: which commands a role gives, and which entries a device may send. */

import { entryProblem } from "../../case/case.ts";
import type { Problem } from "../../kernel/result.ts";
import type {
  CommandAction,
  LiveEntry,
  ParticipantRole,
  ToServer,
} from "../../session/contract/live.ts";
import { liveProblems } from "../../session/liveProblems.ts";
import type { CommandBook } from "./commandBook.ts";

const EVERYBODY = ["trainee", "supervisor", "observer"] as const;

/** Who may say what over the live link: the access table of its messages. */
export const MAY_SAY: Readonly<Record<ToServer["type"], readonly ParticipantRole[]>> = {
  hello: EVERYBODY,
  ready: EVERYBODY,
  diverged: EVERYBODY,
  progress: ["trainee"],
  lapsed: ["trainee"],
  keyframe: ["trainee"],
  command: ["supervisor"],
  start: ["supervisor"],
  end: ["supervisor"],
  note: ["supervisor"],
  lead: ["supervisor"],
};

/** Supervisors steer; what a case keeps back is the server's own to reveal. */
export function mayGive(role: ParticipantRole, { type }: CommandAction): boolean {
  return role === "supervisor" && type !== "scenario.reveal";
}

/** Why a device may not send an entry, if it may not. */
export function entryProblemIn(entry: LiveEntry, commands: CommandBook): Problem | undefined {
  if (!entryProblem(entry).ok) return liveProblems.actor(entry.sequence);
  const isOwnAct = entry.actor === "trainee" && entry.commandId === undefined;
  return isOwnAct || commands.fits(entry) ? undefined : liveProblems.command(entry.sequence);
}
