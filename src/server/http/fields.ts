/** Shapes that several routes take, each refusing with a sentence for the person who typed it. */
import { z } from "zod";
import { ROLES } from "../database/accountTables.ts";

const NAME_LENGTH_MAX = 100;
const EMAIL_LENGTH_MAX = 200;
const PASSWORD_LENGTH_MAX = 1_000; // the rule about passwords is elsewhere; this bounds the work
const SECRET_LENGTH_MAX = 100;

export const personName = z
  .string({ error: "A name is needed." })
  .trim()
  .min(1, "A name is needed.")
  .max(NAME_LENGTH_MAX, `A name has ${NAME_LENGTH_MAX} characters at most.`);

export const email = z
  .string({ error: "An e-mail address is needed." })
  .trim()
  .toLowerCase()
  .max(EMAIL_LENGTH_MAX, `An e-mail address has ${EMAIL_LENGTH_MAX} characters at most.`)
  .regex(
    /^[^\s@]+@[^\s@]+$/,
    "This is no e-mail address: it needs one @ with something around it.",
  );

export const password = z
  .string({ error: "A password is needed." })
  .min(1, "A password is needed.")
  .max(PASSWORD_LENGTH_MAX, "This password is too long.");

export const secret = z.string().max(SECRET_LENGTH_MAX, "This link is too long.");

export const departmentRole = z.enum(ROLES).exclude(["administrator"]);
