/**
 * A server in a process of its own, to be killed: node --import tsx serverProcess.ts <data folder> <port>
 * [PostgreSQL address]. Says "ready" once it listens.
 */
import fs from "node:fs";
import path from "node:path";
import { buildServer } from "../../src/server/buildServer.ts";
import { openDatabase } from "../../src/server/database/openDatabase.ts";
import { openSigningKey } from "../../src/server/signing/ed25519.ts";
import { createSteadyClock } from "../../src/server/steadyClock.ts";

const [dataDir = ".", port = "0", url] = process.argv.slice(2);
const { database } = await openDatabase({ dataDir, url });
const appDir = path.join(dataDir, "app");
fs.mkdirSync(appDir, { recursive: true });
fs.writeFileSync(path.join(appDir, "index.html"), "<title>OnBypass</title>");
const key = openSigningKey(dataDir);
const folders = { appDir, engineDirs: [appDir] };
const clocks = { nowMs: () => Date.now(), steadyMs: createSteadyClock() };
const server = await buildServer({ ...folders, ...clocks, database, key });
await server.listen({ host: "127.0.0.1", port: Number(port) });
process.stdout.write("ready\n");
