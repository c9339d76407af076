/**
 * The cookie of a signed-in browser: not for scripts, not for other sites, and over TLS bound to this
 * host by its name (ASVS 5.0 3.3).
 */
import type { FastifyReply, FastifyRequest } from "fastify";
import { SIGN_IN_MS } from "../accounts/signIns.ts";

const NAME = "onbypass-sign-in";
const SECURE_NAME = `__Host-${NAME}`;

const cookieName = ({ protocol }: FastifyRequest): string =>
  protocol === "https" ? SECURE_NAME : NAME;

export function readSignInCookie(request: FastifyRequest): string | undefined {
  return request.cookies[cookieName(request)];
}

export function setSignInCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  secret: string,
): void {
  reply.setCookie(cookieName(request), secret, {
    path: "/",
    httpOnly: true,
    sameSite: "strict",
    secure: request.protocol === "https",
    maxAge: SIGN_IN_MS / 1000,
  });
}

export function clearSignInCookie(request: FastifyRequest, reply: FastifyReply): void {
  const secure = request.protocol === "https";
  reply.clearCookie(cookieName(request), { path: "/", httpOnly: true, sameSite: "strict", secure });
}
