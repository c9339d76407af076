/**
 * A deployment of a test's own: the built app behind the product's own headers, on a port that can be closed and
 * opened again, and a newer version of it in which no file of the older one is left.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import fastifyHelmet from "@fastify/helmet";
import fastify, { type FastifyInstance } from "fastify";
import { APP_DIR, BUILT_ENGINES_DIR } from "../../scripts/lib/paths.mjs";
import { buildServiceWorker } from "../../scripts/lib/serviceWorker.mjs";
import { HELMET } from "../../src/server/contentPolicy.ts";
import { addStaticFiles } from "../../src/server/staticFiles.ts";

const NAMED_BY_HASH = /^(.+-)([\w-]{8})(\.\w+)$/;

export interface Deployment {
  readonly origin: string;
  /** The server is gone: connections are refused. */
  unplug(): Promise<void>;
  /** Puts a newer version in place of what is served. */
  deployNewer(): Promise<void>;
  end(): Promise<void>;
}

async function serve(appDir: string, port: number): Promise<FastifyInstance> {
  const server = fastify({ forceCloseConnections: true });
  await server.register(fastifyHelmet, HELMET);
  await addStaticFiles(server, { appDir, engineDirs: [BUILT_ENGINES_DIR] });
  await server.listen({ host: "127.0.0.1", port });
  return server;
}

const isCompressed = (name: string): boolean => /\.(?:br|gz)$/.test(name);

function copyApp(to: string): void {
  fs.cpSync(APP_DIR, to, { recursive: true, filter: (name) => !isCompressed(name) });
}

/** Every file named by a hash gets another name, and whoever names it follows. */
function renameFiles(appDir: string): void {
  const assets = path.join(appDir, "assets");
  const renamed = fs.readdirSync(assets).map((name) => {
    const [, stem, hash, ending] = NAMED_BY_HASH.exec(name) as unknown as string[];
    return [name, `${stem}${[...(hash as string)].reverse().join("")}${ending}`] as const;
  });
  const texts = [path.join(appDir, "index.html"), ...renamed.map(([n]) => path.join(assets, n))];
  for (const file of texts.filter((name) => /\.(?:js|css|html)$/.test(name))) {
    let text = fs.readFileSync(file, "utf8");
    for (const [before, after] of renamed) text = text.replaceAll(before, after);
    fs.writeFileSync(file, text);
  }
  for (const [before, after] of renamed) {
    fs.renameSync(path.join(assets, before), path.join(assets, after));
  }
}

export async function startDeployment(): Promise<Deployment> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-deployment-"));
  const appDir = path.join(folder, "app");
  copyApp(appDir);
  const server = await serve(appDir, 0);
  const origin = `http://127.0.0.1:${(server.addresses()[0] as { port: number }).port}`;
  return {
    origin,
    unplug: () => server.close(),
    async deployNewer() {
      const newer = path.join(folder, "newer");
      copyApp(newer);
      renameFiles(newer);
      await buildServiceWorker(newer, BUILT_ENGINES_DIR);
      fs.renameSync(appDir, path.join(folder, "older"));
      fs.renameSync(newer, appDir);
    },
    async end() {
      await server.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
