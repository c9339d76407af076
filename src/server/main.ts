/** Listens, says where, and stops cleanly. Everything else is in the modules it composes. */
import type { FastifyInstance } from "fastify";
import { createFirstInvitation } from "./accounts/invitations.ts";
import { readBootId } from "./bootId.ts";
import { buildServer } from "./buildServer.ts";
import { type DatabaseChoice, type OpenedDatabase, openDatabase } from "./database/openDatabase.ts";
import { lanAddresses } from "./localNetwork.ts";
import { startDigests } from "./reminders/digestRound.ts";
import { type LogLevel, say } from "./serverLog.ts";
import { openSigningKey } from "./signing/ed25519.ts";
import type { ServerFolders } from "./staticFiles.ts";
import { createSteadyClock } from "./steadyClock.ts";

export interface ServeOptions extends ServerFolders {
  readonly host: string;
  readonly port: number;
  readonly database: Pick<DatabaseChoice, "dataDir" | "url">;
  /** Behind a proxy that ends TLS. */
  readonly trustProxy: boolean;
  /** Open to the tablets of its network. */
  readonly isOnLan: boolean;
  /** Certificate and key in PEM. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
  /** Lines about its work go to stderr from this level on. */
  readonly logLevel: LogLevel;
}

function sentenceFor(error: unknown, options: ServeOptions): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const port = options.port;
  if (code === "EADDRINUSE") {
    return `Port ${port} is taken. Stop what uses it, or choose another: npm start -- --port ${port + 1}`;
  }
  if (code === "EACCES")
    return `This account may not listen on port ${port}. Choose one above 1023.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return `${options.host} is not an address of this machine. Leave --host out to use 127.0.0.1.`;
  }
  return `The server could not start: ${error instanceof Error ? error.message : String(error)}`;
}

const QUIET_MODULES = 2; // dark terminals have little room; cameras of today read it
const PARENT_CHECK_MS = 1_000; // a port that stays taken for a second after npm is gone harms nobody

/** A signal to npm ends npm and its shell and does not reach us; losing the parent says the same. */
function stopWithParent(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, PARENT_CHECK_MS);
}

/** A QR code for a terminal. */
async function terminalQr(text: string): Promise<string> {
  const { default: qrcode } = await import("qrcode-generator");
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  return code.createASCII(1, QUIET_MODULES);
}

/** The database, or undefined when it cannot be used; the reason has been said. */
async function openOrSay(choice: DatabaseChoice): Promise<OpenedDatabase | undefined> {
  try {
    return await openDatabase(choice);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const where = choice.url === undefined ? choice.dataDir : "the address in DATABASE_URL";
    console.error(`The database at ${where} cannot be used. ${reason}`);
    process.exitCode = 1;
    return undefined;
  }
}

/** Says how to make the first account, for as long as there is none. */
async function sayFirstLink({ database }: OpenedDatabase, address: string): Promise<void> {
  const secret = await createFirstInvitation(database, Date.now());
  if (secret === undefined) return;
  console.log(
    `To supervise others, set up the administrator (once, within a day): ${address}#/welcome/${secret}`,
  );
}

/** The addresses to tell others, and what they can be read from with a camera. */
async function sayLanAddresses(scheme: string, port: number): Promise<void> {
  const addresses = lanAddresses().map((address) => `${scheme}://${address}:${port}/`);
  const [first] = addresses;
  if (first === undefined) {
    console.log("This machine is on no network: nobody else can join.");
    return;
  }
  console.log(
    `Others on this network join at ${addresses.join(" or ")}\n${await terminalQr(first)}`,
  );
  if (scheme === "http") {
    console.log("Without TLS, whoever is on this network can read passwords: docs/operations.md.");
  }
}

const STOP_MS_MAX = 15_000;

/** Ends what was begun, keeps it, and ends the process; a second signal does not wait. */
function stopOnSignal(server: FastifyInstance, work: () => Promise<void>): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    say(server, "stopping");
    setTimeout(() => process.exit(1), STOP_MS_MAX).unref();
    work().then(
      () => {
        say(server, "stopped");
        process.exit(0);
      },
      (error: unknown) => {
        server.log.error({ err: error });
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  if (process.env["npm_lifecycle_event"] !== undefined) stopWithParent(stop);
}

/** Serves until SIGINT or SIGTERM. */
export async function serve(options: ServeOptions): Promise<void> {
  let onLeft: (error: Error) => void = () => undefined;
  const opened = await openOrSay({ ...options.database, onLeft: (error) => onLeft(error) });
  if (opened === undefined) return;
  const { database } = opened;
  const key = openSigningKey(options.database.dataDir);
  const clocks = {
    nowMs: () => Date.now(),
    steadyMs: createSteadyClock(),
    bootId: readBootId(),
  };
  const write = (line: string) => void process.stderr.write(line);
  const log = { level: options.logLevel, write };
  const server = await buildServer({ ...options, ...clocks, database, key, log });
  onLeft = (error) => server.log.error({ err: error });
  try {
    await server.listen({ host: options.host, port: options.port });
  } catch (error) {
    console.error(sentenceFor(error, options));
    process.exitCode = 1;
    await opened.close();
    return;
  }
  const listening = server.server.address();
  const port = typeof listening === "object" && listening ? listening.port : options.port;
  const host = options.isOnLan ? "127.0.0.1" : options.host;
  const scheme = options.tls === undefined ? "http" : "https";
  const address = `${scheme}://${host.includes(":") ? `[${host}]` : host}:${port}/`;
  say(server, "listening", { port });
  console.log(`OnBypass is at ${address}  (Ctrl+C stops it). Not for clinical use.`);
  if (options.isOnLan) await sayLanAddresses(scheme, port);
  await sayFirstLink(opened, address);
  const stopDigests = startDigests(database, address, (error) => server.log.error({ err: error }));
  stopOnSignal(server, async () => {
    stopDigests();
    await server.close();
    await opened.close();
  });
}
