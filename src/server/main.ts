/** Listens, says where, and stops cleanly. Everything else is in the modules it composes. */
import { buildServer, type ServerFolders } from "./staticFiles.ts";

export interface ServeOptions extends ServerFolders {
  readonly host: string;
  readonly port: number;
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

/** Serves until SIGINT or SIGTERM. */
export async function serve(options: ServeOptions): Promise<void> {
  const server = buildServer(options);
  try {
    await server.listen({ host: options.host, port: options.port });
  } catch (error) {
    console.error(sentenceFor(error, options));
    process.exitCode = 1;
    return;
  }
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : options.port;
  const host = options.host.includes(":") ? `[${options.host}]` : options.host;
  console.log(`OnBypass is at http://${host}:${port}/  (Ctrl+C stops it). Not for clinical use.`);

  const stop = (): void => {
    void server.close().then(() => process.exit(0));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  if (process.env["npm_lifecycle_event"] !== undefined) stopWithParent(stop);
}
