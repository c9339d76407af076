/** Sends mail through the SMTP server that ONBYPASS_SMTP_URL names, from ONBYPASS_MAIL_FROM. */
import nodemailer from "nodemailer";
import type { Mail } from "./digest.ts";

export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): void;
}

export interface MailSettings {
  /** Such as smtp://user:password@mail.example.org:587 */
  readonly url: string;
  readonly from: string;
}

const TIMEOUT_MS = 20_000;

/** The settings of the environment, or undefined where mail is off. */
export function mailSettings(env: Readonly<Record<string, string | undefined>>) {
  const url = env["ONBYPASS_SMTP_URL"];
  const from = env["ONBYPASS_MAIL_FROM"];
  return url === undefined || from === undefined || url === "" ? undefined : { url, from };
}

export function smtpMailer({ url, from }: MailSettings): Mailer {
  const transport = nodemailer.createTransport(url, { from });
  transport.set("connectionTimeout", TIMEOUT_MS);
  return {
    async send({ to, subject, text }) {
      await transport.sendMail({ from, to, subject, text });
    },
    close: () => transport.close(),
  };
}
