/** Finds every import, and every one the table of rooms does not allow. */
import path from "node:path";
import { parse, type SourceFile } from "../../support/sourceTree.ts";
import { EXTRA_NPM, ROOMS, roomOf } from "./rooms.ts";

/** Static, re-exporting and dynamic imports, and the files handed to workers by URL. */
function specifiersOf(file: SourceFile): string[] {
  const { module } = parse(file);
  const byUrl = /new URL\(\s*["'`]([^"'`]+)["'`],\s*import\.meta\.url/g;
  return [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) =>
      one.entries.map((entry) => entry.moduleRequest?.value ?? ""),
    ),
    ...module.dynamicImports.map((one) =>
      file.text.slice(one.moduleRequest.start, one.moduleRequest.end).replace(/^["'`]|["'`]$/g, ""),
    ),
    ...[...file.text.matchAll(byUrl)].map(([, target]) => target),
  ].filter((specifier) => specifier !== "");
}

/** "pixi.js/unsafe-eval" and "@scope/name/part" belong to the packages "pixi.js" and "@scope/name". */
const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

function mayUsePackage(file: string, specifier: string): boolean {
  const rule = ROOMS[roomOf(file)];
  const extra = Object.entries(EXTRA_NPM)
    .filter(([folder]) => file.startsWith(`src/${folder}`))
    .flatMap(([, names]) => names);
  return [...rule.npm, ...extra].some((name) => name === "*" || name === packageOf(specifier));
}

function mayUseFile(file: string, target: string): boolean {
  const room = roomOf(file);
  const { rooms } = ROOMS[room];
  if (rooms.includes("*")) return true;
  if (roomOf(target) === room) return true;
  return rooms.some((allowed) => {
    const folder = allowed.endsWith("/") ? `src/${allowed}` : `src/${allowed}/`;
    return target.startsWith(folder);
  });
}

/** Each forbidden edge as "file -> target", ready to be read or listed. */
export function forbiddenImports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    if (ROOMS[roomOf(file.path)] === undefined) return [`${file.path} -> lies in no room`];
    return specifiersOf(file).flatMap((specifier) => {
      if (!specifier.startsWith(".")) {
        return mayUsePackage(file.path, specifier) ? [] : [`${file.path} -> npm:${specifier}`];
      }
      const target = path.posix.join(path.posix.dirname(file.path), specifier.split("?")[0]);
      return mayUseFile(file.path, target) ? [] : [`${file.path} -> ${target}`];
    });
  });
}
