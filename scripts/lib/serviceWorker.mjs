/** Makes the service worker: the list of what it keeps, and the bundle with that list in it. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { build } from "vite";
import { compressFile } from "./compress.mjs";
import { ROOT } from "./paths.mjs";

const NAME = "serviceWorker.js";
/** Pictures for a home screen are asked for by the system, when the app is installed. */
const NOT_KEPT = /\.(?:br|gz|map)$|^serviceWorker\.js$|^icon-.*\.png$/;

/**
 * Headers are kept with a file. Those whose name stays are fetched anew when the page's policy changes; those
 * named by their content get a new name, or the old headers, as in a browser's own cache.
 */
const POLICY = "src/server/contentPolicy.ts";

/** @param {string} algorithm @param {...(string | Uint8Array)} parts */
const digest = (algorithm, ...parts) =>
  parts.reduce((hash, part) => hash.update(part), createHash(algorithm));

/**
 * @typedef {{ url: string, revision: string | null, integrity: string }} KeptFile
 * @param {string} file
 * @param {string} url
 */
function keptFile(file, url) {
  const bytes = fs.readFileSync(file);
  const isNamedByHash = /^\/assets\/|^\/engines\/engine-/.test(url);
  const policy = fs.readFileSync(path.join(ROOT, POLICY));
  const compressed = fs.statSync(`${file}.br`, { throwIfNoEntry: false });
  return {
    entry: {
      url,
      revision: isNamedByHash ? null : digest("sha256", bytes, policy).digest("hex").slice(0, 16),
      integrity: `sha256-${digest("sha256", bytes).digest("base64")}`,
    },
    wireBytes: compressed?.size ?? bytes.length,
  };
}

/**
 * Everything the app needs without a server: the built app, and the engine of new cases.
 * @param {string} appDir     the built app, with compressed files beside the others
 * @param {string} enginesDir where current.json names the engine
 */
export function keptFiles(appDir, enginesDir) {
  const names = fs
    .readdirSync(appDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(appDir, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join("/"))
    .filter((name) => !NOT_KEPT.test(name))
    .sort();
  const { file } = JSON.parse(fs.readFileSync(path.join(enginesDir, "current.json"), "utf8"));
  const found = [
    ...names.map((name) => keptFile(path.join(appDir, name), `/${name}`)),
    ...["current.json", file].map((name) =>
      keptFile(path.join(enginesDir, name), `/engines/${name}`),
    ),
  ];
  return {
    files: found.map(({ entry }) => entry),
    wireBytes: found.reduce((sum, one) => sum + one.wireBytes, 0),
  };
}

/**
 * Writes serviceWorker.js into the built app.
 * @param {string} appDir
 * @param {string} enginesDir
 */
export async function buildServiceWorker(appDir, enginesDir) {
  const { files, wireBytes } = keptFiles(appDir, enginesDir);
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    define: {
      KEPT_FILES: JSON.stringify(files),
      WIRE_BYTES: String(wireBytes),
      "process.env.NODE_ENV": '"production"',
    },
    build: {
      outDir: appDir,
      emptyOutDir: false,
      target: "es2022",
      reportCompressedSize: false,
      lib: {
        entry: path.join(ROOT, "src/app/offline/serviceWorker.ts"),
        formats: ["iife"],
        name: "onbypassServiceWorker",
        fileName: () => NAME,
      },
    },
  });
  await compressFile(appDir, NAME);
}
