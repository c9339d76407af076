/**
 * The pack as an archive that proves itself: every file is named with its SHA-256 in a manifest, and
 * the manifest is signed. Who changes a letter, leaves a file out or adds one is found out.
 */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { z } from "zod";
import { sha256Hex } from "../../cli/sha256.ts";
import { canonicalJson } from "../../kernel/canonicalJson.ts";
import { failure, type Problem, type Result, success } from "../../kernel/result.ts";
import { writeLogbookCsv } from "../../records/logbook/logbookCsv.ts";
import { type EvidenceKey, isDemonstrationKey, isKeyId, isSignedBy, signWith } from "./keys.ts";
import type { Pack } from "./pack.ts";

const PACK = "pack.json";
const MANIFEST = "manifest.json";
const SIGNATURE = "manifest.sig";
const PUBLIC_KEY = "public-key.pem";
const ARCHIVE_BYTES_MAX = 64 * 1024 * 1024;
const ZIP_TIME = new Date(Date.UTC(2000, 0, 1)); // the same content gives the same bytes

const manifestSchema = z.strictObject({
  formatVersion: z.literal(1),
  keyId: z.string(),
  notice: z.string(),
  madeOn: z.iso.date(),
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});
export type Manifest = z.infer<typeof manifestSchema>;

const readme = (pack: Pack, keyId: string): string => `${pack.notice}
${pack.noCredit}

This archive holds the record of one person for one period. To check it:

  npm run -s onbypass -- verify-pack this-file.zip --key ${keyId}

By hand: the SHA-256 of every file stands in ${MANIFEST}, and ${SIGNATURE} is the Ed25519 signature of
${MANIFEST} by the key in ${PUBLIC_KEY}. That key belongs to the department only if its id is the one
the department publishes; ask the department, not this file.
`;

export interface ArchiveContent {
  readonly pack: Pack;
  readonly pdf: Uint8Array;
  /** The frozen records of the results, by the id of the result. */
  readonly records: ReadonlyMap<string, string>;
}

/** The archive as the bytes of a zip file. */
export function packArchive({ pack, pdf, records }: ArchiveContent, key: EvidenceKey): Uint8Array {
  const files: Record<string, Uint8Array> = {
    [PACK]: strToU8(canonicalJson(pack)),
    "pack.pdf": pdf,
    "logbook.csv": strToU8(writeLogbookCsv(pack.cases.map(entryOf))),
    "README.txt": strToU8(readme(pack, key.id)),
    [PUBLIC_KEY]: strToU8(key.publicPem),
  };
  for (const [id, json] of records) files[`records/${id}.json`] = strToU8(json);
  const manifest: Manifest = {
    formatVersion: 1,
    keyId: key.id,
    notice: pack.notice,
    madeOn: pack.madeOn,
    files: Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [name, sha256Hex(bytes)]),
    ),
  };
  const manifestBytes = strToU8(canonicalJson(manifest));
  const zipped: Zippable = {};
  for (const [name, bytes] of Object.entries(files)) zipped[name] = [bytes, { mtime: ZIP_TIME }];
  zipped[MANIFEST] = [manifestBytes, { mtime: ZIP_TIME }];
  zipped[SIGNATURE] = [strToU8(signWith(key, manifestBytes)), { mtime: ZIP_TIME }];
  return zipSync(zipped);
}

const entryOf = ({
  date,
  role,
  procedure,
  closelySupervised,
  supervisor,
  events,
  note,
  confirmation,
  confirmerName,
}: Pack["cases"][number]) => ({
  date,
  role,
  procedure,
  closelySupervised,
  supervisor,
  events: [...events],
  note,
  confirmation: confirmerName ?? confirmation,
});

const wrong = (code: string, place: string, sentence: string, remedy?: string): Problem => ({
  code: `pack.${code}`,
  place,
  sentence,
  remedy,
});

function openArchive(bytes: Uint8Array): Result<Record<string, Uint8Array>> {
  const unreadable = wrong("unreadable", "the archive", "This is not an archive of OnBypass.");
  try {
    let size = 0;
    const files = unzipSync(bytes, {
      filter({ originalSize }) {
        size += originalSize;
        if (size > ARCHIVE_BYTES_MAX) throw new Error("too large");
        return true;
      },
    });
    return MANIFEST in files && SIGNATURE in files && PUBLIC_KEY in files
      ? success(files)
      : failure(unreadable);
  } catch {
    return failure(unreadable);
  }
}

function readManifest(bytes: Uint8Array): Result<Manifest> {
  try {
    return success(manifestSchema.parse(JSON.parse(strFromU8(bytes))));
  } catch {
    return failure(wrong("manifest", MANIFEST, "The list of files is not readable."));
  }
}

/** Files that are not what the manifest says, one problem each. */
function fileProblems(files: Record<string, Uint8Array>, manifest: Manifest): Problem[] {
  const named = Object.entries(manifest.files).flatMap(([name, hash]): Problem[] => {
    if (!(name in files)) return [wrong("missing", name, "This file was taken out.")];
    if (sha256Hex(files[name]) === hash) return [];
    return [wrong("changed", name, "This file was changed after it was signed.")];
  });
  const unsigned = [MANIFEST, SIGNATURE];
  const added = Object.keys(files)
    .filter((name) => !(name in manifest.files) && !unsigned.includes(name))
    .map((name) => wrong("added", name, "This file was added after signing."));
  return [...named, ...added];
}

/** Whether the pack itself says that its people are invented, whatever its key is called. */
function saysDemonstration(bytes: Uint8Array | undefined): boolean {
  try {
    return JSON.parse(strFromU8(bytes ?? new Uint8Array())).isDemonstration === true;
  } catch {
    return false; // a pack that was changed is named already
  }
}

/**
 * The manifest of an archive that is whole and signed by the key it names, or everything that is
 * wrong with it. Without a key id from elsewhere it proves only that the file agrees with itself.
 */
export function verifyArchive(bytes: Uint8Array, expectedKeyId?: string): Result<Manifest> {
  const opened = openArchive(bytes);
  if (!opened.ok) return opened;
  const files = opened.value;
  const manifest = readManifest(files[MANIFEST]);
  if (!manifest.ok) return manifest;
  const { keyId } = manifest.value;
  const publicPem = strFromU8(files[PUBLIC_KEY]);
  const problems = fileProblems(files, manifest.value);
  if (!isSignedBy(publicPem, files[MANIFEST], strFromU8(files[SIGNATURE]))) {
    problems.push(wrong("signature", SIGNATURE, "The list of files is not signed by this key."));
  } else if (!isKeyId(keyId, publicPem)) {
    problems.push(wrong("key", PUBLIC_KEY, "This is not the key that the list of files names."));
  }
  if (expectedKeyId !== undefined && keyId !== expectedKeyId) {
    const sentence = "It is signed by another key than the one you gave.";
    problems.push(wrong("otherKey", PUBLIC_KEY, sentence, "Ask the department for its key id."));
  }
  if (isDemonstrationKey(keyId) || saysDemonstration(files[PACK])) {
    const sentence = "It comes from a demonstration: invented people, no evidence.";
    problems.push(wrong("demonstration", PUBLIC_KEY, sentence));
  }
  return problems.length > 0 ? failure(...problems) : manifest;
}
