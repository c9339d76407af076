/** What verify says of a signed record to whoever reads it: who signed, and what that person overruled. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommandLine } from "../../../src/cli/commandLine.ts";
import { EXIT } from "../../../src/cli/exitCodes.ts";
import type { SignedRecord } from "../../../src/session/contract/signedRecord.ts";
import { newKey, partsOf, signedWith } from "../session/testRecord.ts";

let folder = "";
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-verify-"));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

async function verify(record: SignedRecord) {
  const file = path.join(folder, "record.json");
  fs.writeFileSync(file, JSON.stringify(record));
  let text = "";
  const add = (more: string) => void (text += more);
  const exitCode = await runCommandLine(["verify", file], { out: add, say: add });
  return { exitCode, text };
}

test("each overruled line is told with who overruled it and why", async () => {
  const { exitCode, text } = await verify(signedWith(newKey()));
  expect(exitCode).toBe(EXIT.ok);
  expect(text).toContain(
    "overruled by Sue, 1 line of the checklist:\n" +
      "  Clamp the line (T1.01, critical): counted not done, judged in time. " +
      "Reason: The clamp was on at once.\n",
  );
});

test("a record without any says nothing of it", async () => {
  const parts = partsOf();
  const { text } = await verify(
    signedWith(newKey(), { ...parts, rating: { ...parts.rating, technical: [] } }),
  );
  expect(text).toContain("signed by Sue");
  expect(text).not.toContain("overruled");
});

test("a line overruled after the signature is found, and the part is named", async () => {
  const record = signedWith(newKey());
  Object.assign(record.parts.rating.technical?.[0] ?? {}, { judged: "late" });
  const { exitCode, text } = await verify(record);
  expect(exitCode).toBe(EXIT.badInput);
  expect(text).toContain('The part "rating" was changed after it was signed.');
});
