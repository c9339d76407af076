/** A signed result: whole it passes; whatever is changed, it is refused and the place is named. */
import { generateKeyPairSync, sign as signBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../../src/kernel/canonicalJson.ts";
import { signatureFits } from "../../../src/server/signing/ed25519.ts";
import type { RecordParts, SignedRecord } from "../../../src/session/contract/signedRecord.ts";
import {
  assembleRecord,
  parseSignedRecord,
  signedText,
} from "../../../src/session/signedRecord.ts";
import { playRecording, sha256Hex } from "./testRecording.ts";

function newKey() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const publicKeyHex = publicKey
    .export({ type: "spki", format: "der" })
    .subarray(12)
    .toString("hex");
  return {
    publicKeyHex,
    sign: (text: string) => signBytes(null, Buffer.from(text), privateKey).toString("hex"),
  };
}

const key = newKey();

function partsOf(): RecordParts {
  const recording = playRecording(400);
  return {
    people: {
      trainee: { accountId: "a1", name: "Tia" },
      signer: { accountId: "a2", name: "Sue", role: "supervisor" },
      department: { departmentId: "d1", name: "Heart unit" },
    },
    times: { startedMs: 1000, endedMs: 9000, signedMs: 12_000 },
    rating: {
      outcome: "met",
      globalScore: 4,
      entrustmentScore: 3,
      manner: {
        situationAwareness: [3, 3, 2.5, null],
        decisionMaking: [3, 3, 3, 3],
        taskManagement: [2, 2, 2, 2],
        teamwork: [null, null, null, null],
      },
      comment: "Calm and in order.",
    },
    unattested: [{ fromTick: 100, toTick: 150 }],
    journal: [{ sequence: 1, kind: "started", tick: 0 }],
    recording,
    withheld: null,
    rerun: {
      engineHash: recording.engineHash,
      endTick: 400,
      checkedCount: 8,
      finalHashHex: recording.checkpoints.at(-1)?.hashHex ?? "",
    },
    report: { mode: recording.mode, outcome: "met", pointsFraction: 0.8 },
  };
}

function signedWith(signer: typeof key, parts = partsOf()): SignedRecord {
  const { publicKeyHex } = signer;
  const unsigned = assembleRecord("0123456789abcdef", parts, { publicKeyHex, sha256Hex });
  return { ...unsigned, signatureHex: signer.sign(signedText(unsigned)) };
}

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
