/**
 * The API: reads who is calling, asks the access table, checks the shape of what is sent, and turns
 * every refusal into a problem with a code. Nothing a caller sends brings it down.
 */
import fastifyRateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { failure, type Problem, type Result, success } from "../../kernel/result.ts";
import {
  type AccessRule,
  accessProblems,
  judgeRole,
  judgeTarget,
  type TargetScope,
} from "../access/accessRule.ts";
import { ACCESS_TABLE } from "../access/accessTable.ts";
import { findTargetScope } from "../access/targetScope.ts";
import type { Account } from "../accounts/account.ts";
import { signedInAccount } from "../accounts/signIns.ts";
import { readSignInCookie } from "./cookie.ts";
import { comesFromHere } from "./origin.ts";
import type { ApiRoute } from "./route.ts";
import type { Services } from "./services.ts";
import { statusOf, tooMany, unforeseen } from "./status.ts";

const BODY_BYTES_MAX = 65_536;
const CALLS_PER_MINUTE_MAX = 600;
const FIELD_WINDOW_MS = 15 * 60_000;

/** Undefined for a guest. */
async function callerOf(
  request: FastifyRequest,
  { database, nowMs }: Services,
): Promise<Account | undefined> {
  const secret = readSignInCookie(request);
  return secret === undefined ? undefined : signedInAccount(database, secret, nowMs());
}

const NOTHING: TargetScope = { departmentId: null, accountIds: [] };

async function scopeFor(
  rule: AccessRule,
  targetId: string,
  { account, services }: { readonly account: Account | undefined; readonly services: Services },
): Promise<Result<TargetScope>> {
  const reach = judgeRole(rule, account);
  if (!reach.ok) return reach;
  if (rule.target === "nothing") return success(NOTHING);
  const scope = await findTargetScope(services.database, rule.target, targetId);
  return judgeTarget(reach.value, account, scope);
}

/** What was sent, in the shape the route takes. */
function bodyFor({ body: schema }: ApiRoute, sent: unknown): Result<unknown> {
  if (schema === undefined) return success(undefined);
  const parsed = schema.safeParse(sent ?? {});
  if (parsed.success) return success(parsed.data);
  const [first, ...others] = parsed.error.issues.map(
    (issue): Problem => ({
      code: "request.shape",
      place: issue.path.join(".") || "the request",
      sentence: issue.message,
    }),
  );
  return failure(first as Problem, ...others);
}

async function answer(
  route: ApiRoute,
  services: Services,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<Result<unknown>> {
  const rule = ACCESS_TABLE[route.id];
  if (rule.method !== "GET" && !comesFromHere(request)) return failure(accessProblems.origin());
  const account = await callerOf(request, services);
  const targetId = (request.params as { readonly targetId?: string }).targetId ?? "";
  const scope = await scopeFor(rule, targetId, { account, services });
  if (!scope.ok) return scope;
  const body = bodyFor(route, request.body);
  if (!body.ok) return body;
  const call = { account, targetId, scope: scope.value, body: body.value, request, reply };
  return route.handle(call, services);
}

/** Counts calls by what a field of the body says, wherever they come from. */
function fieldLimit(server: FastifyInstance, { id, perMinute }: ApiRoute) {
  if (perMinute?.byField === undefined) return undefined;
  const { byField, max } = perMinute;
  const count = server.createRateLimit({
    max,
    timeWindow: FIELD_WINDOW_MS,
    keyGenerator: ({ body }) =>
      `${id} ${String((body as Readonly<Record<string, unknown>> | null)?.[byField]).toLowerCase()}`,
  });
  return async (request: FastifyRequest): Promise<boolean> => {
    const counted = await count(request);
    return !counted.isAllowed && counted.isExceeded;
  };
}

function addRoute(server: FastifyInstance, route: ApiRoute, services: Services): void {
  const { method, url } = ACCESS_TABLE[route.id];
  const { perMinute } = route;
  const isTooMany = fieldLimit(server, route);
  server.route({
    method,
    url,
    bodyLimit: route.bodyBytesMax ?? BODY_BYTES_MAX,
    ...(perMinute && { config: { rateLimit: { max: perMinute.max } } }),
    async handler(request, reply) {
      reply.header("cache-control", "no-store");
      const result = (await isTooMany?.(request))
        ? failure(tooMany)
        : await answer(route, services, { request, reply });
      if (result.ok) return reply.send(result.value ?? {});
      const [problem] = result.problems as [Problem];
      return reply.code(statusOf(problem)).send(problem);
    },
  });
}

/** A plugin with the routes given; the access table says which there must be. */
export function apiServer(routes: readonly ApiRoute[], services: Services) {
  return async (server: FastifyInstance): Promise<void> => {
    await server.register(fastifyRateLimit, { max: CALLS_PER_MINUTE_MAX, timeWindow: "1 minute" });
    server.removeContentTypeParser("text/plain");
    server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
      const problem = unforeseen(error);
      const status = statusOf(problem);
      if (status >= 500) request.log.error({ err: error }, "a route failed");
      return reply.code(status).send(problem);
    });
    for (const route of routes) addRoute(server, route, services);
  };
}
