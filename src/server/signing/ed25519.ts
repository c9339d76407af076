/** Ed25519 with keys as 32 raw bytes in hex, for whoever signs and whoever verifies. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** What stands before the raw key in SubjectPublicKeyInfo; RFC 8410. */
const SPKI_HEAD = Buffer.from("302a300506032b6570032100", "hex");

export interface SigningKey {
  readonly publicKeyHex: string;
  sign(text: string): string;
}

const rawHex = (key: KeyObject): string =>
  key.export({ type: "spki", format: "der" }).subarray(SPKI_HEAD.length).toString("hex");

/** The key of this server, made when there is none; only its owner may read the file. */
export function openSigningKey(dataDir: string): SigningKey {
  const file = path.join(dataDir, "keys", "signing-ed25519.pem");
  if (!fs.existsSync(file)) {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync("ed25519");
    const pem = privateKey.export({ type: "pkcs8", format: "pem" });
    fs.writeFileSync(`${file}.part`, pem, { mode: 0o600, flush: true });
    fs.renameSync(`${file}.part`, file);
  }
  const privateKey = createPrivateKey(fs.readFileSync(file));
  return {
    publicKeyHex: rawHex(createPublicKey(privateKey)),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString("hex"),
  };
}

/** Whether a signature fits; false as well for a key that is none. */
export function signatureFits(text: string, signatureHex: string, publicKeyHex: string): boolean {
  try {
    const der = Buffer.concat([SPKI_HEAD, Buffer.from(publicKeyHex, "hex")]);
    const key = createPublicKey({ key: der, type: "spki", format: "der" });
    return verify(null, Buffer.from(text), key, Buffer.from(signatureHex, "hex"));
  } catch {
    return false;
  }
}
