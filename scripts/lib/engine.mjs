/**
 * Bundles the pure rooms into one self-contained module, named by the hash of its own bytes.
 * The same sources give the same bytes wherever they are checked out, so a recording can name the
 * engine that made it.
 */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { PlainError } from "./run.mjs";

const ZOD_JSON_SCHEMA = /(json-schema-processors|to-json-schema)\.js$/;
const ZOD_STAND_IN = fileURLToPath(new URL("zodWithoutJsonSchema.mjs", import.meta.url));

/** @type {import("vite").Plugin} */
const withoutJsonSchema = {
  name: "zod-without-json-schema",
  enforce: "pre",
  resolveId: (source, importer) =>
    importer?.includes("/zod/v4/") && ZOD_JSON_SCHEMA.test(source) ? ZOD_STAND_IN : null,
};

/**
 * @param {string} root  the folder that paths in the bundle are relative to
 * @param {string} entry the engine's entry module
 * @returns {Promise<{ code: string, hash: string, file: string }>}
 */
export async function bundleEngine(root, entry) {
  const result = await build({
    configFile: false,
    root,
    logLevel: "error",
    publicDir: false,
    plugins: [withoutJsonSchema],
    define: { "process.env.NODE_ENV": '"production"' },
    // Not by NODE_ENV, as is usual: under a test runner the same sources would make another engine.
    resolve: { conditions: ["module", "browser", "production"] },
    build: {
      write: false,
      target: "es2022",
      // Names and spaces are shortened, expressions are left as written: a rewriting minifier turns
      // Math.pow into `**`, and what runs here must be what was read in review.
      minify: false,
      lib: { entry, formats: ["es"], fileName: "engine" },
      rolldownOptions: {
        output: {
          codeSplitting: false,
          minify: { compress: false, mangle: true, codegen: { removeWhitespace: true } },
        },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    "output" in one ? one.output : [],
  );
  const [chunk] = outputs;
  if (outputs.length !== 1 || chunk?.type !== "chunk") {
    throw new PlainError(`The engine must be one file, and came out as ${outputs.length}.`);
  }
  // Vite puts an empty stand-in where Node's own modules would be; that is an import too.
  const standIns = chunk.moduleIds.filter((id) => id.includes("browser-external"));
  const outside = [...chunk.imports, ...chunk.dynamicImports, ...standIns];
  if (outside.length > 0) {
    throw new PlainError(`The engine must import nothing, and imports ${outside.join(", ")}.`);
  }
  const code = inAscii(chunk.code);
  const hash = createHash("sha256").update(code).digest("hex").slice(0, 16);
  return { code, hash, file: `engine-${hash}.mjs` };
}

/**
 * One letter outside Latin-1 makes an engine keep the whole source at two bytes a letter. What is not
 * ASCII stands in texts only (a bundle has no comments, and names are ASCII), where an escape is the same.
 */
const inAscii = (/** @type {string} */ code) =>
  code.replace(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/**
 * Puts a bundled engine where it is served from, and keeps it in the data folder for replays.
 * @param {{ code: string, hash: string, file: string }} engine
 * @param {{ builtDir: string, keptDir: string }} where
 */
export function storeEngine(engine, { builtDir, keptDir }) {
  for (const dir of [builtDir, keptDir]) {
    fs.mkdirSync(dir, { recursive: true });
    const file = path.join(dir, engine.file);
    if (fs.existsSync(file)) continue; // the name is the hash: same name, same bytes
    fs.writeFileSync(`${file}.part`, engine.code);
    fs.renameSync(`${file}.part`, file);
  }
  const current = JSON.stringify({ hash: engine.hash, file: engine.file }, null, 2);
  fs.writeFileSync(path.join(builtDir, "current.json"), `${current}\n`);
}
