/** A signed record of a short run of the fake engine, with a line of its checklist overruled. */
import { generateKeyPairSync, sign as signBytes } from "node:crypto";
import type { RecordParts, SignedRecord } from "../../../src/session/contract/signedRecord.ts";
import { assembleRecord, signedText } from "../../../src/session/signedRecord.ts";
import { playRecording, sha256Hex } from "./testRecording.ts";

export function newKey() {
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

export function partsOf(): RecordParts {
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
      technical: [{ markId: "T1.01", judged: "inTime", reason: "The clamp was on at once." }],
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
    report: {
      mode: recording.mode,
      outcome: "met",
      pointsFraction: 0.8,
      marks: [
        {
          id: "T1.01",
          class: "must",
          critical: true,
          title: "Clamp the line",
          state: "notDone",
          doneAtS: null,
          targetS: 30,
          points: 0,
          pointsMax: 3,
        },
      ],
    },
  };
}

export function signedWith(signer: ReturnType<typeof newKey>, parts = partsOf()): SignedRecord {
  const { publicKeyHex } = signer;
  const unsigned = assembleRecord("0123456789abcdef", parts, { publicKeyHex, sha256Hex });
  return { ...unsigned, signatureHex: signer.sign(signedText(unsigned)) };
}
