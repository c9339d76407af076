/**
 * A deployment of a test's own: the built app behind the product's own headers, a server that can be unplugged,
 * and a newer version in which no file and no engine of the older one is left.
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

async function serve(appDir: string, enginesDir: string): Promise<FastifyInstance> {
  const server = fastify({ forceCloseConnections: true });
  await server.register(fastifyHelmet, HELMET);
  await addStaticFiles(server, { appDir, engineDirs: [enginesDir] });
  await server.listen({ host: "127.0.0.1", port: 0 });
  return server;
}

const isCompressed = (name: string): boolean => /\.(?:br|gz)$/.test(name);

function copyApp(to: string): void {
  fs.cpSync(APP_DIR, to, { recursive: true, filter: (name) => !isCompressed(name) });
}

/** Another hash of the same length. */
const turned = (hash: string): string =>
  hash.slice(hash.length / 2) + hash.slice(0, hash.length / 2);

/** Every file named by a hash gets another name, and whoever names it follows. */
function renameFiles(appDir: string): void {
  const assets = path.join(appDir, "assets");
  const renamed = fs.readdirSync(assets).map((name) => {
    const [, stem, hash, ending] = NAMED_BY_HASH.exec(name) as unknown as string[];
    return [name, `${stem}${turned(hash as string)}${ending}`] as const;
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

/** The engine of new cases, and no other. */
function copyEngine(to: string): void {
  fs.mkdirSync(to);
  const { file } = JSON.parse(
    fs.readFileSync(path.join(BUILT_ENGINES_DIR, "current.json"), "utf8"),
  );
  for (const name of ["current.json", file]) {
    fs.copyFileSync(path.join(BUILT_ENGINES_DIR, name), path.join(to, name));
  }
}

/** The same rules under another name, and the older one is gone. */
function renameEngine(enginesDir: string): void {
  const current = path.join(enginesDir, "current.json");
  const { hash: before, file } = JSON.parse(fs.readFileSync(current, "utf8"));
  const hash = turned(before);
  fs.renameSync(path.join(enginesDir, file), path.join(enginesDir, `engine-${hash}.mjs`));
  fs.writeFileSync(current, JSON.stringify({ hash, file: `engine-${hash}.mjs` }));
}

export async function startDeployment(): Promise<Deployment> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-deployment-"));
  const appDir = path.join(folder, "app");
  const enginesDir = path.join(folder, "engines");
  copyApp(appDir);
  copyEngine(enginesDir);
  const server = await serve(appDir, enginesDir);
  const origin = `http://127.0.0.1:${(server.addresses()[0] as { port: number }).port}`;
  return {
    origin,
    unplug: () => server.close(),
    async deployNewer() {
      const newer = path.join(folder, "newer");
      copyApp(newer);
      renameFiles(newer);
      renameEngine(enginesDir);
      await buildServiceWorker(newer, enginesDir);
      fs.renameSync(appDir, path.join(folder, "older"));
      fs.renameSync(newer, appDir);
    },
    async end() {
      await server.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
