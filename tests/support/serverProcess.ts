/**
 * A server in a process of its own, to be killed or stopped: node --import tsx serverProcess.ts <data
 * folder> <port> [PostgreSQL address]. Says where it is once it listens.
 */
import fs from "node:fs";
import path from "node:path";
import { serve } from "../../src/server/main.ts";

const [dataDir = ".", port = "0", url] = process.argv.slice(2);
const appDir = path.join(dataDir, "app");
fs.mkdirSync(appDir, { recursive: true });
fs.writeFileSync(path.join(appDir, "index.html"), "<title>OnBypass</title>");
await serve({
  appDir,
  engineDirs: [appDir],
  host: "127.0.0.1",
  port: Number(port),
  database: { dataDir, url },
  trustProxy: false,
  isOnLan: false,
  logLevel: "error",
});
