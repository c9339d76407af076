/**
 * Names the start of the machine that this process runs in, so that a later process knows whether both
 * count from the same one. Linux gives such a name, to containers too; elsewhere there is none.
 */
import fs from "node:fs";

const LINUX_FILE = "/proc/sys/kernel/random/boot_id";

export function readBootId(): string | undefined {
  if (!fs.existsSync(LINUX_FILE)) return undefined;
  return fs.readFileSync(LINUX_FILE, "utf8").trim();
}
