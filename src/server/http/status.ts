/** The HTTP status of a problem, and the problem of an error that nobody turned into one. */
import type { Problem } from "../../kernel/result.ts";

const STATUS: Readonly<Record<string, number>> = {
  "access.signIn": 401,
  "access.role": 403,
  "access.origin": 403,
  "access.notFound": 404,
  "certificate.unknown": 404,
  "feed.unknown": 404,
  "invitation.unknown": 404,
  "account.taken": 409,
  "join.code": 404,
  "record.none": 404,
  "join.taken": 409,
  "department.taken": 409,
  "policy.taken": 409,
  "staff.taken": 409,
  "request.tooLarge": 413,
  "request.kind": 415,
  "request.tooMany": 429,
  "server.failed": 500,
};
const WRONG_INPUT = 422;

export const statusOf = ({ code }: Problem): number => STATUS[code] ?? WRONG_INPUT;

export const tooMany: Problem = {
  code: "request.tooMany",
  place: "the request",
  sentence: "That was tried too often.",
  remedy: "Wait some minutes and try again.",
};

const BY_STATUS: Readonly<Record<number, Problem>> = {
  413: {
    code: "request.tooLarge",
    place: "the request",
    sentence: "What was sent is larger than anything this server takes.",
  },
  415: {
    code: "request.kind",
    place: "content-type",
    sentence: "This server takes JSON.",
  },
  429: tooMany,
};

/** What a caller is told about an error; the reason of our own failures stays in the log. */
export function unforeseen({ statusCode }: Error & { statusCode?: number }): Problem {
  const known = BY_STATUS[statusCode ?? 500];
  if (known !== undefined) return known;
  if (statusCode !== undefined && statusCode < 500) {
    return {
      code: "request.shape",
      place: "the request",
      sentence: "This request is not readable.",
    };
  }
  return {
    code: "server.failed",
    place: "the server",
    sentence: "The server failed at this. Nothing was changed that it had not confirmed.",
    remedy: "Try again; if it happens again, tell whoever runs the server.",
  };
}
