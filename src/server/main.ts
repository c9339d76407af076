/** Listens, says where, and stops cleanly. Everything else is in the modules it composes. */
import { createFirstInvitation } from "./accounts/invitations.ts";
import { buildServer } from "./buildServer.ts";
import { type DatabaseChoice, type OpenedDatabase, openDatabase } from "./database/openDatabase.ts";
import { startDigests } from "./reminders/digestRound.ts";
import { openSigningKey } from "./signing/ed25519.ts";
import type { ServerFolders } from "./staticFiles.ts";
import { createSteadyClock } from "./steadyClock.ts";

export interface ServeOptions extends ServerFolders {
  readonly host: string;
  readonly port: number;
  readonly database: DatabaseChoice;
  /** Behind a proxy that ends TLS. */
  readonly trustProxy: boolean;
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

/** Serves until SIGINT or SIGTERM. */
export async function serve(options: ServeOptions): Promise<void> {
  const opened = await openOrSay(options.database);
  if (opened === undefined) return;
  const { database } = opened;
  const key = openSigningKey(options.database.dataDir);
  const clocks = { nowMs: () => Date.now(), steadyMs: createSteadyClock() };
  const server = await buildServer({ ...options, ...clocks, database, key });
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
  const host = options.host.includes(":") ? `[${options.host}]` : options.host;
  const address = `http://${host}:${port}/`;
  console.log(`OnBypass is at ${address}  (Ctrl+C stops it). Not for clinical use.`);
  await sayFirstLink(opened, address);
  const stopDigests = startDigests(database, address);

  const stop = (): void => {
    stopDigests();
    void server
      .close()
      .then(() => opened.close())
      .then(() => process.exit(0));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  if (process.env["npm_lifecycle_event"] !== undefined) stopWithParent(stop);
}
