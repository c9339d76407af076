/** The engine artefact is one module, and its bytes depend on its sources alone. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { bundleEngine, storeEngine } from "../../../scripts/lib/engine.mjs";

const folders: string[] = [];

/** A small project of its own, in a folder with a name of its own. */
function project(answer: string): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-engine-"));
  folders.push(root);
  fs.writeFileSync(
    path.join(root, "engine.ts"),
    'import { half } from "./part.ts";\nexport const answer = (): number => half() * 2;\n',
  );
  fs.writeFileSync(
    path.join(root, "part.ts"),
    `/** Half of it. */\nexport function half(): number {\n  return ${answer};\n}\n`,
  );
  return root;
}

const bundle = (root: string) => bundleEngine(root, path.join(root, "engine.ts"));

afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true });
});

test("the same sources in two folders give the same bytes, other sources others", async () => {
  const first = await bundle(project("21"));
  const second = await bundle(project("21"));
  const third = await bundle(project("22"));
  expect(second.code).toBe(first.code);
  expect(first.file).toBe(`engine-${first.hash}.mjs`);
  expect(first.hash).toMatch(/^[0-9a-f]{16}$/);
  expect(third.hash).not.toBe(first.hash);
});

test("a library comes in its production form, whatever the environment is called", async () => {
  const root = project("21");
  const library = path.join(root, "node_modules/forms");
  fs.mkdirSync(library, { recursive: true });
  const exportsOf = { development: "./development.js", default: "./production.js" };
  const about = { name: "forms", version: "1.0.0", type: "module", exports: exportsOf };
  fs.writeFileSync(path.join(library, "package.json"), JSON.stringify(about));
  for (const form of ["development", "production"])
    fs.writeFileSync(path.join(library, `${form}.js`), `export const form = "${form}";\n`);
  fs.writeFileSync(path.join(root, "engine.ts"), 'export { form } from "forms";\n');
  expect(process.env["NODE_ENV"]).toBe("test");
  const { code } = await bundle(root);
  expect(code).toContain("production");
  expect(code).not.toContain("development");
});

test("expressions stay as they were written", async () => {
  const { code } = await bundle(
    project("Math.pow(x(), 2) / 3 + 0.1 * 0.2; function x() { return 3; }"),
  );
  expect(code).toContain("Math.pow(");
  expect(code).not.toContain("**");
  expect(code).toMatch(/0?\.1\*0?\.2/);
});

test("an engine that would import something at run time is refused", async () => {
  const root = project("21");
  fs.writeFileSync(
    path.join(root, "part.ts"),
    'import fs from "node:fs";\nexport const half = fs.statSync;\n',
  );
  await expect(bundle(root)).rejects.toThrow("must import nothing");
});

test("a stored engine loads by hash, and stays when a newer one is stored", async () => {
  const builtDir = path.join(project("21"), "built");
  const keptDir = path.join(project("21"), "kept");
  const older = await bundle(project("21"));
  const newer = await bundle(project("30"));
  storeEngine(older, { builtDir, keptDir });
  storeEngine(newer, { builtDir, keptDir });
  const current = JSON.parse(fs.readFileSync(path.join(builtDir, "current.json"), "utf8"));
  expect(current).toEqual({ hash: newer.hash, file: newer.file });
  const loaded = await import(
    /* @vite-ignore */ pathToFileURL(path.join(keptDir, older.file)).href
  );
  expect(loaded.answer()).toBe(42);
});
