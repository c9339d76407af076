/** Makes and checks signed results. Hash and signature come from the host; the rules are here. */
import { canonicalJson } from "../kernel/canonicalJson.ts";
import { failure, type Problem, type Result, success } from "../kernel/result.ts";
import { NOTICE } from "./contract/notice.ts";
import {
  RECORD_PARTS,
  type RecordPart,
  type RecordParts,
  SIGNED_RECORD_FORMAT,
  type SignedRecord,
  signedRecordSchema,
} from "./contract/signedRecord.ts";
import type { Sha256Hex } from "./engine.ts";
import { checkRecording } from "./recordingCheck.ts";

const ORIGINAL = "Use the file as the server gave it out.";

const problems = {
  notJson: (text: string): Problem => ({
    code: text.trimEnd().endsWith("}") ? "record.notJson" : "record.truncated",
    place: `character ${text.length}`,
    sentence: "This file is not a whole record: it is cut off or is no JSON.",
    remedy: ORIGINAL,
  }),
  shape: (place: string, reason: string): Problem => ({
    code: "record.shape",
    place,
    sentence: `What stands at ${place} does not belong there (${reason}).`,
    remedy: ORIGINAL,
  }),
  part: (part: RecordPart): Problem => ({
    code: `record.${part}`,
    place: `parts.${part}`,
    sentence: `The part "${part}" was changed after it was signed.`,
    remedy: ORIGINAL,
  }),
  signature: (): Problem => ({
    code: "record.signature",
    place: "signatureHex",
    sentence: "The signature does not fit what is signed.",
    remedy: ORIGINAL,
  }),
  key: (): Problem => ({
    code: "record.key",
    place: "publicKeyHex",
    sentence: "The record was signed with another key than the one it is checked against.",
    remedy: "Ask the department that issued it for its public key.",
  }),
  commitment: (): Problem => ({
    code: "record.withheld",
    place: "parts.withheld",
    sentence: "What was kept from the device is not what was bound before the start.",
    remedy: ORIGINAL,
  }),
  disagrees: (place: string, sentence: string): Problem => ({
    code: "record.disagrees",
    place,
    sentence,
    remedy: ORIGINAL,
  }),
} as const;

type Unsigned = Omit<SignedRecord, "signatureHex">;

/** The text that is signed: everything, with each part as its digest. */
export function signedText(record: Omit<Unsigned, "parts">): string {
  const { format, formatVersion, notice, recordId, digests, publicKeyHex } = record;
  return canonicalJson({ format, formatVersion, notice, recordId, digests, publicKeyHex });
}

/** A record ready to be signed. */
export function assembleRecord(
  recordId: string,
  parts: RecordParts,
  { publicKeyHex, sha256Hex }: { readonly publicKeyHex: string; readonly sha256Hex: Sha256Hex },
): Unsigned {
  const digests = Object.fromEntries(
    RECORD_PARTS.map((part) => [part, sha256Hex(canonicalJson(parts[part]))]),
  ) as SignedRecord["digests"];
  const head = { format: SIGNED_RECORD_FORMAT, formatVersion: 1, notice: NOTICE } as const;
  return { ...head, recordId, parts, digests, publicKeyHex };
}

export interface RecordChecks {
  readonly sha256Hex: Sha256Hex;
  readonly signatureFits: (text: string, signatureHex: string, publicKeyHex: string) => boolean;
  /** The key the reader trusts; undefined when only the record's own is at hand. */
  readonly trustedKeyHex?: string | undefined;
}

/** The record in a text, or what is wrong with it, as narrowly as can be said. */
export function parseSignedRecord(text: string, checks: RecordChecks): Result<SignedRecord> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return failure(problems.notJson(text));
  }
  const parsed = signedRecordSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return failure(problems.shape(issue.path.join(".") || "the file", issue.message));
  }
  const record = parsed.data;
  const problem =
    innerProblem(record, checks) ?? partProblem(record, checks) ?? signatureProblem(record, checks);
  return problem === undefined ? success(record) : failure(problem);
}

/** Checks that name an entry, a tick or a field come before those that name a part. */
function innerProblem({ parts }: SignedRecord, { sha256Hex }: RecordChecks): Problem | undefined {
  const { recording, rerun, report, withheld } = parts;
  const whole = checkRecording(recording, sha256Hex);
  if (!whole.ok) return whole.problems[0];
  if (rerun.engineHash !== recording.engineHash || rerun.endTick !== recording.endTick) {
    return problems.disagrees("parts.rerun", "The second run is not one of this recording.");
  }
  const last = recording.checkpoints.at(-1);
  if (last?.tick === rerun.endTick && last.hashHex !== rerun.finalHashHex) {
    return problems.disagrees("parts.rerun", "The second run ended in another state.");
  }
  if (report["mode"] !== recording.mode) {
    return problems.disagrees("parts.report", "The report is not one of this recording.");
  }
  const bound = recording.caseSetup["withheld"] as { commitmentHex?: string } | undefined;
  if (bound === undefined) return undefined;
  const isBound = withheld !== null && sha256Hex(canonicalJson(withheld)) === bound.commitmentHex;
  return isBound ? undefined : problems.commitment();
}

function partProblem(
  { parts, digests }: SignedRecord,
  { sha256Hex }: RecordChecks,
): Problem | undefined {
  const changed = RECORD_PARTS.find(
    (part) => sha256Hex(canonicalJson(parts[part])) !== digests[part],
  );
  return changed === undefined ? undefined : problems.part(changed);
}

function signatureProblem(record: SignedRecord, checks: RecordChecks): Problem | undefined {
  const { signatureHex, publicKeyHex, ...rest } = record;
  const { trustedKeyHex } = checks;
  if (trustedKeyHex !== undefined && trustedKeyHex !== publicKeyHex) return problems.key();
  const text = signedText({ ...rest, publicKeyHex });
  return checks.signatureFits(text, signatureHex, publicKeyHex) ? undefined : problems.signature();
}
