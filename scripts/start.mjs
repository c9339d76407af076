/** npm start: installs and builds what is missing, then serves OnBypass. */
import "./lib/requireNode.mjs";
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureApp, ensureEngine } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { APP_DIR, BUILT_ENGINES_DIR, DATA_DIR, KEPT_ENGINES_DIR, ROOT } from "./lib/paths.mjs";
import { fail, PlainError, say } from "./lib/run.mjs";

const HELP = `Serves OnBypass, a perfusion training simulator. Not for clinical use.

  npm start [-- options]

  --port <number>   the port to listen on (4455)
  --host <address>  the address to listen on (127.0.0.1: this machine only)
  --lan             open to the tablets of this network; says the address and shows it as a QR code
  --tls-cert <file> a certificate and its key in PEM: this server speaks TLS itself
  --tls-key <file>
  --behind-proxy    a proxy in front ends TLS; its X-Forwarded headers are believed
  --log <level>     what goes to stderr, one JSON object a line: info, warn (the default), error, silent
  --demo            a department of 40 invented people over five years, in a data folder of its own
  --only-build      build what is missing and end, for the making of a container
  --help            this text

The first start installs and builds what is missing and takes a minute or two; later starts take a
second. Accounts, sessions and engines are kept in data/, or in the folder that ONBYPASS_DATA names;
DATABASE_URL=postgres://... keeps accounts and sessions in PostgreSQL instead. Running a server for a
department: docs/operations.md.`;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string", default: "4455" },
        host: { type: "string" },
        lan: { type: "boolean", default: false },
        "tls-cert": { type: "string" },
        "tls-key": { type: "string" },
        "behind-proxy": { type: "boolean", default: false },
        log: { type: "string", default: "warn" },
        demo: { type: "boolean", default: false },
        "only-build": { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new PlainError(`--port must be a whole number from 0 to 65535, not "${values.port}".`);
    }
    return checked({ ...values, port });
  } catch (error) {
    if (error instanceof PlainError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new PlainError(`${message}\nSee: npm start -- --help`);
  }
}

const LOG_LEVELS = /** @type {const} */ (["info", "warn", "error", "silent"]);

/**
 * What does not go together is refused before anything is built.
 * @template {{ host?: string, lan: boolean, log: string, "behind-proxy": boolean, "tls-cert"?: string,
 *   "tls-key"?: string }} Given
 * @param {Given} given
 */
function checked(given) {
  const { host, lan, log, "behind-proxy": isBehindProxy, "tls-cert": cert, "tls-key": key } = given;
  const logLevel = LOG_LEVELS.find((level) => level === log);
  if (logLevel === undefined) {
    throw new PlainError(`--log is one of ${LOG_LEVELS.join(", ")}, not "${log}".`);
  }
  if (lan && host !== undefined)
    throw new PlainError("--lan listens everywhere: leave --host out.");
  if (lan && isBehindProxy) {
    throw new PlainError(
      "With a proxy in front, the proxy is open to the network: leave --lan out.",
    );
  }
  if ((cert === undefined) !== (key === undefined)) {
    throw new PlainError("--tls-cert and --tls-key go together.");
  }
  const tls = cert && key ? { cert: readPem(cert), key: readPem(key) } : undefined;
  return { ...given, logLevel, tls, host: lan ? "0.0.0.0" : (host ?? "127.0.0.1") };
}

/** @param {string} file */
function readPem(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    throw new PlainError(`${file} cannot be read. Name a file in PEM that this account may read.`);
  }
}

async function main() {
  const options = readOptions();
  if (options.help) {
    console.log(HELP);
    return;
  }
  await ensureInstalled();
  await ensureEngine();
  await ensureApp();
  if (options["only-build"]) return;
  const { register } = await import("tsx/esm/api");
  register();
  const { serve } = await import("../src/server/main.ts");
  const dataDir = options.demo ? path.join(DATA_DIR, "demonstration") : DATA_DIR;
  if (options.demo) {
    const { prepareDemonstration } = await import("./lib/demonstration.ts");
    say("Making the demonstration department…");
    console.log(await prepareDemonstration(dataDir, ROOT));
  }
  await serve({
    appDir: APP_DIR,
    engineDirs: [BUILT_ENGINES_DIR, KEPT_ENGINES_DIR],
    host: options.host,
    port: options.port,
    database: { dataDir, url: options.demo ? undefined : process.env.DATABASE_URL || undefined },
    trustProxy: options["behind-proxy"],
    isOnLan: options.lan,
    tls: options.tls,
    logLevel: options.logLevel,
  });
}

main().catch(fail);
