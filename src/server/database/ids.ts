/** Names that nobody else will choose, and secrets that nobody can guess. */
import { createHash, randomBytes } from "node:crypto";

const ID_BYTES = 12;
const SECRET_BYTES = 32; // 256 bits: no guessing, so one round of SHA-256 is enough to keep it

/** A new id: 24 hex digits. */
export const newId = (): string => randomBytes(ID_BYTES).toString("hex");

/** A new secret for a cookie or a link, in letters that an address can hold. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString("base64url");

/** What is kept of a secret. */
export const hashSecret = (secret: string): string =>
  createHash("sha256").update(secret).digest("hex");
