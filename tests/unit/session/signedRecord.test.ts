/** A signed result: whole it passes; whatever is changed, it is refused and the place is named. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../../src/kernel/canonicalJson.ts";
import { signatureFits } from "../../../src/server/signing/ed25519.ts";
import type { SignedRecord } from "../../../src/session/contract/signedRecord.ts";
import { parseSignedRecord } from "../../../src/session/signedRecord.ts";
import { newKey, partsOf, signedWith } from "./testRecord.ts";
import { sha256Hex } from "./testRecording.ts";

const key = newKey();
const checks = { sha256Hex, signatureFits, trustedKeyHex: key.publicKeyHex };
const verify = (record: unknown) => parseSignedRecord(JSON.stringify(record), checks);
const record = signedWith(key);

const codeOf = (text: string): string => {
  const result = parseSignedRecord(text, checks);
  return result.ok ? "passed" : result.problems[0].code;
};

/** The record with one thing changed. */
function changed(change: (copy: SignedRecord) => void): string {
  const copy = structuredClone(record) as SignedRecord;
  change(copy);
  return JSON.stringify(copy);
}

type Loose = { [key: string]: Loose } & Loose[];
const loose = (value: unknown) => value as Loose;

test("a record that nobody touched passes", () => {
  expect(verify(record).ok).toBe(true);
});

test("a record signed before lines could be overruled passes, and nothing is added to it", () => {
  const { technical: _, ...rating } = partsOf().rating;
  const old = signedWith(key, { ...partsOf(), rating });
  const read = verify(old);
  expect(read.ok && read.value.parts.rating).toEqual(rating);
});

test("the order in which a program writes its fields changes nothing", () => {
  const reversed = Object.fromEntries(Object.entries(record).reverse());
  expect(verify(reversed).ok).toBe(true);
});

describe("a record is refused, naming what is wrong", () => {
  test.each<[string, string, (copy: SignedRecord) => void]>([
    [
      "an edited action",
      "recording.chain",
      (r) =>
        Object.assign(r.parts.recording.entries[2]!, {
          tick: r.parts.recording.entries[2]!.tick + 1,
        }),
    ],
    [
      "entries in another order",
      "recording.sequence",
      (r) => void (r.parts.recording.entries as unknown[]).reverse(),
    ],
    [
      "an entry left out",
      "recording.sequence",
      (r) => void (r.parts.recording.entries as unknown[]).splice(1, 1),
    ],
    [
      "a checkpoint left out",
      "recording.checkpoint",
      (r) => void (r.parts.recording.checkpoints as unknown[]).splice(3, 1),
    ],
    [
      "another hash",
      "recording.seal",
      (r) => Object.assign(r.parts.recording.checkpoints[0]!, { hashHex: "0".repeat(16) }),
    ],
    [
      "another score",
      "record.report",
      (r) => void Object.assign(r.parts.report, { pointsFraction: 1 }),
    ],
    [
      "another outcome",
      "record.rating",
      (r) => void Object.assign(r.parts.rating, { outcome: "notMet" }),
    ],
    [
      "another word on an overruled line",
      "record.rating",
      (r) => void Object.assign(r.parts.rating.technical![0]!, { judged: "late" }),
    ],
    [
      "another reason for it",
      "record.rating",
      (r) => void Object.assign(r.parts.rating.technical![0]!, { reason: "It was seen." }),
    ],
    ["an overruled line left out", "record.rating", (r) => void r.parts.rating.technical!.pop()],
    [
      "a line overruled afterwards",
      "record.rating",
      (r) =>
        void r.parts.rating.technical!.push({ markId: "T1.02", judged: "late", reason: "So." }),
    ],
    [
      "no word of what was overruled",
      "record.rating",
      (r) => void Reflect.deleteProperty(r.parts.rating, "technical"),
    ],
    [
      "another trainee",
      "record.people",
      (r) => void Object.assign(r.parts.people.trainee, { name: "Tom" }),
    ],
    [
      "another signer",
      "record.people",
      (r) => void Object.assign(r.parts.people.signer, { name: "Sam" }),
    ],
    ["another time", "record.times", (r) => void Object.assign(r.parts.times, { signedMs: 1 })],
    ["a hidden stretch", "record.unattested", (r) => void r.parts.unattested.pop()],
    ["another journal", "record.journal", (r) => void r.parts.journal.pop()],
    [
      "another end",
      "record.disagrees",
      (r) => void Object.assign(r.parts.rerun, { finalHashHex: "f".repeat(16) }),
    ],
    [
      "another id",
      "record.signature",
      (r) => void Object.assign(r, { recordId: "fedcba9876543210" }),
    ],
    ["a stray field", "record.shape", (r) => void Object.assign(r, { extra: 1 })],
  ])("%s", (_, code, change) => {
    expect(codeOf(changed(change))).toBe(code);
  });

  test("a digest made to fit, without the key", () => {
    const forged = changed((copy) => {
      Object.assign(copy.parts.people.trainee, { name: "Tom" });
      Object.assign(copy.digests, { people: sha256Hex(canonicalJson(copy.parts.people)) });
    });
    expect(codeOf(forged)).toBe("record.signature");
  });

  test("signed again with another key", () => {
    expect(codeOf(JSON.stringify(signedWith(newKey())))).toBe("record.key");
  });

  test("cut off", () => {
    const text = JSON.stringify(record);
    expect(codeOf(text.slice(0, text.length / 2))).toBe("record.truncated");
  });

  test("any leaf of it changed, a hundred times", () => {
    const leaves: (readonly (string | number)[])[] = [];
    const walk = (value: unknown, path: readonly (string | number)[]): void => {
      if (typeof value !== "object" || value === null) leaves.push(path);
      else
        for (const name of Object.keys(value)) walk(loose(value)[name as never], [...path, name]);
    };
    walk(record, []);
    const property = fc.property(fc.constantFrom(...leaves), (path) => {
      const copy = structuredClone(record) as unknown;
      const parent = path
        .slice(0, -1)
        .reduce((inner: Loose, name) => loose(inner[name as never]), loose(copy));
      const last = path.at(-1) as never;
      const old = parent[last] as unknown;
      parent[last] = (
        typeof old === "number" ? old + 1 : typeof old === "string" ? `${old}0` : 7
      ) as never;
      expect(verify(copy).ok).toBe(false);
    });
    fc.assert(property, { numRuns: 100, seed: 100 });
    expect(leaves.length).toBeGreaterThan(100);
  });
});
