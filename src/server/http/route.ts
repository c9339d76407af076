/**
 * A route of the API: named by its row of the access table, which decides who gets through, with the
 * shape of what it takes and what it does then. It answers with a value or a problem, never a page.
 */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Result } from "../../kernel/result.ts";
import type { TargetScope } from "../access/accessRule.ts";
import type { RouteId } from "../access/accessTable.ts";
import type { Account } from "../accounts/account.ts";
import type { Services } from "./services.ts";

export interface Call<Body> {
  /** Undefined only where guests are let through. */
  readonly account: Account | undefined;
  /** What `:targetId` names; "" on routes that name nothing. */
  readonly targetId: string;
  readonly scope: TargetScope;
  readonly body: Body;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface RateLimit {
  readonly max: number;
  /** As many in 15 minutes by this field of the body, so that many addresses help nobody. */
  readonly byField?: string;
}

export interface ApiRoute {
  readonly id: RouteId;
  /** Undefined where nothing is taken. */
  readonly body: z.ZodType | undefined;
  /** Most bytes of what is sent; a general limit where it is undefined. */
  readonly bodyBytesMax: number | undefined;
  /** Calls a minute from one address; a general limit where it is left out. */
  readonly perMinute: RateLimit | undefined;
  readonly handle: (call: Call<unknown>, services: Services) => Promise<Result<unknown>>;
}

interface RouteWords<Schema extends z.ZodType> {
  readonly body?: Schema;
  readonly perMinute?: RateLimit;
  readonly bodyBytesMax?: number;
  readonly handle: (call: Call<z.infer<Schema>>, services: Services) => Promise<Result<unknown>>;
}

export function apiRoute<Schema extends z.ZodType>(
  id: RouteId,
  { body, perMinute, bodyBytesMax, handle }: RouteWords<Schema>,
): ApiRoute {
  return { id, body, perMinute, bodyBytesMax, handle: handle as ApiRoute["handle"] };
}

/** The person behind a call of a route that guests cannot use. */
export function signedIn({ account }: Call<unknown>): Account {
  if (account === undefined) throw new Error("A guest came through a route that takes none.");
  return account;
}
