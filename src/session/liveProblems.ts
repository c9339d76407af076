/** What the server refuses on the live link: a code, the place, and a sentence for the person there. */
import type { Problem } from "../kernel/result.ts";

const RELOAD = "Reload the page: it goes on with what the server has kept.";

export const liveProblems = {
  notJson: (): Problem => ({
    code: "live.notJson",
    place: "the message",
    sentence: "The server could not read a message of this page.",
    remedy: RELOAD,
  }),
  shape: (place: string, reason: string): Problem => ({
    code: "live.shape",
    place,
    sentence: `The server could not read a message of this page (${reason}).`,
    remedy: RELOAD,
  }),
  helloFirst: (): Problem => ({
    code: "live.helloFirst",
    place: "the connection",
    sentence: "The page spoke before it said who it is.",
    remedy: RELOAD,
  }),
  unknownToken: (): Problem => ({
    code: "live.unknownToken",
    place: "the session",
    sentence: "This page does not belong to a session any more.",
    remedy: "Join again with the session's code.",
  }),
  role: (what: string): Problem => ({
    code: "live.role",
    place: what,
    sentence: "Your part in this session does not include that.",
  }),
  elsewhere: (): Problem => ({
    code: "live.elsewhere",
    place: "this device",
    sentence: "You are in this session on another device, and only one can act.",
    remedy: "Go on there, or take the case over to this device.",
  }),
  superseded: (): Problem => ({
    code: "live.superseded",
    place: "this device",
    sentence: "The case was taken over by another device of yours. This one stands.",
  }),
  state: (sentence: string): Problem => ({ code: "live.state", place: "the session", sentence }),
  gap: (expected: number, found: number): Problem => ({
    code: "live.sequence",
    place: `entry ${found}`,
    sentence: `Entry ${expected} was expected and entry ${found} came.`,
    remedy: RELOAD,
  }),
  tickOrder: (sequence: number): Problem => ({
    code: "live.tickOrder",
    place: `entry ${sequence}`,
    sentence: `Entry ${sequence} lies before what was already known to be over.`,
    remedy: RELOAD,
  }),
  ahead: (tick: number): Problem => ({
    code: "live.ahead",
    place: `tick ${tick}`,
    sentence: "The case ran faster than the time that has passed.",
    remedy: "It cannot count as an assessed run.",
  }),
  actor: (sequence: number): Problem => ({
    code: "live.actor",
    place: `entry ${sequence}`,
    sentence: `Entry ${sequence} is not one that its author may make.`,
  }),
  command: (sequence: number): Problem => ({
    code: "live.command",
    place: `entry ${sequence}`,
    sentence: `Entry ${sequence} carries out a command that nobody gave.`,
  }),
  chain: (tick: number): Problem => ({
    code: "live.chain",
    place: `tick ${tick}`,
    sentence: `What the device and the server have kept up to tick ${tick} differs.`,
    remedy: "Export the recording of this device and show it to whoever runs the server.",
  }),
  checkpointOrder: (tick: number): Problem => ({
    code: "live.checkpointOrder",
    place: `tick ${tick}`,
    sentence: `The checkpoint at tick ${tick} is missing or out of order.`,
    remedy: RELOAD,
  }),
} as const;
