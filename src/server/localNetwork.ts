/**
 * A server for the tablets of one room, on the network of the house: which addresses others reach it by,
 * and which names it answers to. A page elsewhere that made its own name point here (DNS rebinding)
 * would otherwise count as a page of this server.
 */
import os from "node:os";
import type { FastifyInstance, FastifyRequest } from "fastify";

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** IPv4 addresses of this machine that others on its networks can reach. */
export function lanAddresses(
  interfaces: ReturnType<typeof os.networkInterfaces> = os.networkInterfaces(),
): readonly string[] {
  const all = Object.values(interfaces).flatMap((one) => one ?? []);
  return all
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map((one) => one.address);
}

/**
 * Where others reach this server, for whoever asks; null when the asker's own address is good on this
 * machine alone and there is no other.
 */
export function originForOthers(
  {
    protocol,
    host,
    hostname,
    port,
  }: Pick<FastifyRequest, "protocol" | "host" | "hostname" | "port">,
  isOnLan: boolean,
): string | null {
  if (!LOOPBACK.includes(hostname)) return `${protocol}://${host}`;
  const [address] = isOnLan ? lanAddresses() : [];
  return address === undefined ? null : `${protocol}://${address}${port ? `:${port}` : ""}`;
}

/** Names by which this machine may be asked for: its addresses, and its own name. */
function ownNames(): readonly string[] {
  const name = os.hostname().toLowerCase();
  return [...LOOPBACK, ...lanAddresses(), name, `${name}.local`];
}

const MISDIRECTED = 421; // RFC 9110, 15.5.20

/** Refuses whoever asks for this machine by a name that is not its own. */
export function answerToOwnNamesOnly(server: FastifyInstance): void {
  server.addHook("onRequest", async ({ hostname }, reply) => {
    if (ownNames().includes(hostname.toLowerCase())) return undefined;
    return reply
      .code(MISDIRECTED)
      .type("text/plain; charset=utf-8")
      .send("Not the name of this server.\n");
  });
}
