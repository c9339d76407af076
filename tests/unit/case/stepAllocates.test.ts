/**
 * A step allocates nothing (ADR 0045): once the built engine is compiled, ticks of a case leave nothing on
 * the heap. Measured in a process of its own, in which nothing else makes anything.
 */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { bundleEngine } from "../../../scripts/lib/engine.mjs";
import { TICKS_PER_S } from "../../../src/kernel/tick.ts";
import { readContent, setupOf } from "../../support/playCase.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const CHILD = path.join(ROOT, "src/cli/benchChild.mjs");
/** A number in a box takes 16 bytes: one in every other tick is too many. */
const BYTES_A_TICK_MAX = 8;
/** The compiler is done with all of it after some four whole cases. */
const CASES_BEFORE = 5;

async function leftBytesPerTick(setup: object): Promise<number> {
  const { code, file } = await bundleEngine(ROOT, path.join(ROOT, "src/case/engine.ts"));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-step-"));
  try {
    fs.writeFileSync(path.join(folder, file), code);
    const order = {
      engineUrl: pathToFileURL(path.join(folder, file)).href,
      setupText: JSON.stringify(setup),
      seconds: 240,
      caseCount: CASES_BEFORE,
      ticksPerS: TICKS_PER_S,
    };
    const answer = execFileSync(process.execPath, [CHILD], { input: JSON.stringify(order) });
    return JSON.parse(String(answer)).leftBytes;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

test.each([
  ["a1-pump-failure", "a pump that fails, and nobody acts"],
  ["m4-coming-off-bypass", "a heart that beats and takes over"],
])("a tick of %s leaves nothing for the collector: %s", async (id) => {
  const left = await leftBytesPerTick(
    setupOf(readContent(id), { variant: "a", pumpType: "roller" }),
  );
  expect(left).toBeLessThan(BYTES_A_TICK_MAX);
});
