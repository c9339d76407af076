/** Which answer fits what the trainee said: the first reply of the file that matches. */
import type { Fact } from "../world/contract/facts.ts";
import type { Scenario } from "./scenario.schema.ts";

/** A reply with the number of its compiled condition. */
export type Reply = Scenario["team"]["replies"][number] & {
  readonly rootIndex: number | undefined;
};

const isOneOf = (value: string, wanted: string | readonly string[]): boolean =>
  typeof wanted === "string" ? wanted === value : wanted.includes(value);

export function findReply(
  replies: readonly Reply[],
  fact: Extract<Fact, { type: "said" }>,
  isTrue: (rootIndex: number) => boolean,
): Reply | undefined {
  return replies.find(
    (reply) =>
      isOneOf(fact.message, reply.message) &&
      isOneOf(fact.to, reply.to) &&
      (reply.rootIndex === undefined || isTrue(reply.rootIndex)),
  );
}
