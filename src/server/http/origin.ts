/**
 * Whether a request was made by a page of this server. Browsers name the page's origin on everything
 * that changes something and on every WebSocket; a page elsewhere cannot forge it.
 */
import type { FastifyRequest } from "fastify";

export function comesFromHere({ headers, protocol, host }: FastifyRequest): boolean {
  return headers.origin === `${protocol}://${host}`;
}
