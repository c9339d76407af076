/** Takes part in a supervised session: the trainee's device plays, every other one watches. */
import type { ToServer } from "../../session/contract/live.ts";
import type { SessionTicket } from "../../session/contract/protocol.ts";
import { joinDebrief } from "./debriefHost.ts";
import { type HostPorts, hostProblems, postProblem } from "./hostPorts.ts";
import type { PlayHost } from "./playHost.ts";
import { joinAsTrainee } from "./traineeHost.ts";
import { joinAsWatcher } from "./watchHost.ts";

export interface SessionHost {
  beat(): void;
  tell(message: ToServer): void;
  /** The case being played; undefined before the start, and for watchers. */
  play(): PlayHost | undefined;
  stop(): void;
}

export async function joinSession(
  ports: HostPorts,
  ticket: SessionTicket,
  isDebrief = false,
): Promise<SessionHost | undefined> {
  const engine = await ports.loadEngine(ticket.engineHash);
  if (!engine.ok) {
    postProblem(ports, engine.problems[0]!, true);
    return undefined;
  }
  if (isDebrief) return joinDebrief(ports, ticket, engine.value);
  // Two tabs of one browser are one device with one copy of the log.
  if (ticket.role === "trainee" && !(await ports.takeWriterLock(ticket.sessionId))) {
    postProblem(ports, hostProblems.openElsewhere(), true);
    return undefined;
  }
  const join = ticket.role === "trainee" ? joinAsTrainee : joinAsWatcher;
  return join(ports, ticket, engine.value);
}
