/**
 * Passwords: argon2id with the parameters of the library's default (19 MiB, 2 passes), a length, and
 * a list of those that everybody uses. No rule about digits or signs: length is what helps.
 */
import { hash, verify } from "@node-rs/argon2";
import { dictionary } from "@zxcvbn-ts/language-common";
import type { Problem } from "../../kernel/result.ts";

const PASSWORD_LENGTH_MIN = 10; // ASVS 5.0 6.2.1 asks for 8 and recommends more
const PASSWORD_LENGTH_MAX = 200; // ASVS 5.0 6.2.9 asks for 64 at least

const common = new Set(dictionary["passwords-common"]);

/** Why a password is not taken, or undefined. */
export function passwordProblem(password: string, email: string): Problem | undefined {
  const place = "password";
  if (password.length < PASSWORD_LENGTH_MIN) {
    return {
      code: "password.short",
      place,
      sentence: `A password has ${PASSWORD_LENGTH_MIN} characters or more.`,
      remedy: "Four words that have nothing to do with each other are easy to keep in mind.",
    };
  }
  if (password.length > PASSWORD_LENGTH_MAX) {
    return {
      code: "password.long",
      place,
      sentence: `A password has ${PASSWORD_LENGTH_MAX} characters at most.`,
    };
  }
  const plain = password.toLowerCase();
  if (!common.has(plain) && plain !== email && !/^(.)\1+$/.test(plain)) return undefined;
  return {
    code: "password.common",
    place,
    sentence: "This password is one of the first that anybody would try.",
    remedy: "Four words that have nothing to do with each other are easy to keep in mind.",
  };
}

export const hashPassword = (password: string): Promise<string> => hash(password);

/** A hash that no password fits, so that an unknown name takes as long to refuse as a known one. */
let decoy: Promise<string> | undefined;

/** Whether the password fits; takes the same time when there is no account or no password. */
export async function passwordFits(kept: string | null, password: string): Promise<boolean> {
  decoy ??= hash("no account has this");
  const fits = await verify(kept ?? (await decoy), password);
  return fits && kept !== null;
}
