/** The container file, as far as it can be read without building it: nothing it needs is missing. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { SOURCES } from "../../../scripts/lib/build.mjs";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const lines = fs.readFileSync(path.join(ROOT, "Dockerfile"), "utf8").split("\n");
const ignored = fs.readFileSync(path.join(ROOT, ".dockerignore"), "utf8").trim().split("\n");

const of = (word: string): string[] =>
  lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
const copied = of("COPY").flatMap((line) => {
  const words = line.split(" ").filter((word) => !word.startsWith("--"));
  return words.slice(0, -1);
});
const program = (text: string): string[] => JSON.parse(text.slice(text.indexOf("["))) as string[];

test("everything it copies is there and is not ignored", () => {
  expect(copied.length).toBeGreaterThan(8);
  expect(copied.filter((one) => !fs.existsSync(path.join(ROOT, one)))).toEqual([]);
  expect(copied.filter((one) => ignored.includes(one))).toEqual([]);
});

test("everything that what is served is made from is copied", () => {
  const isCopied = (source: string) =>
    copied.some((one) => source === one || source.startsWith(`${one}/`));
  expect(SOURCES.length).toBeGreaterThan(10);
  expect(SOURCES.filter((source) => !isCopied(source))).toEqual([]);
});

test("the programs it starts are copied, and take the options it gives", () => {
  const started = [...of("CMD"), ...of("HEALTHCHECK")].map(program);
  expect(started.map(([name]) => name)).toEqual(["node", "node"]);
  for (const [, script] of started) expect(copied).toContain((script as string).split("/")[0]);
  const [start] = started as [string[]];
  const helped = spawnSync(process.execPath, [...start.slice(1), "--help"], { cwd: ROOT });
  expect(helped.stdout.toString()).toContain("Not for clinical use");
  expect(helped.status).toBe(0);
  const strange = spawnSync(process.execPath, [...start.slice(1), "--stray"], { cwd: ROOT });
  expect(strange.status).not.toBe(0);
});
