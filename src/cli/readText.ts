/** A file given on the command line, or standard input for "-". */
import fs from "node:fs";
import { refuse } from "./command.ts";

const STDIN = 0;

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "There is no such file.";
  if (code === "EISDIR") return "This is a folder, not a file.";
  if (code === "EACCES") return "This file may not be read by this account.";
  return `This file cannot be read (${error instanceof Error ? error.message : String(error)}).`;
}

export function readText(file: string): string {
  try {
    return fs.readFileSync(file === "-" ? STDIN : file, "utf8");
  } catch (error) {
    return refuse({
      code: "cli.file",
      place: file,
      sentence: reasonOf(error),
      remedy: "Check the name; it is relative to the folder you are in.",
    });
  }
}

export function writeText(file: string, text: string): void {
  try {
    fs.writeFileSync(file, text);
  } catch (error) {
    refuse({
      code: "cli.file",
      place: file,
      sentence: `This file cannot be written (${error instanceof Error ? error.message : String(error)}).`,
      remedy: "Choose a folder that exists and that you may write to.",
    });
  }
}
