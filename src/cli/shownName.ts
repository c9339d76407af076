/** How a file is called in what is said of it: from the folder one is in when it lies there, as it was given otherwise. */
import path from "node:path";

export function shownName(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative === "" || relative.startsWith("..") ? file : relative;
}
