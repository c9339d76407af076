/** The repository as text and as syntax trees, for the tests that look at the code itself. */
import fs from "node:fs";
import path from "node:path";
import { parseSync } from "oxc-parser";

export const ROOT = path.resolve(import.meta.dirname, "../..");

/** One file; the path is relative to the repository, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Any node of the syntax tree: a type and whatever fields that type has. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

/** Every file under the folders whose name ends in one of the endings, sorted by path. */
export function readTree(folders: readonly string[], endings: readonly string[]): SourceFile[] {
  return folders
    .filter((folder) => fs.existsSync(path.join(ROOT, folder)))
    .flatMap((folder) =>
      fs
        .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
        .map((name) => path.posix.join(folder, name.split(path.sep).join("/"))),
    )
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .sort()
    .map((name) => ({ path: name, text: fs.readFileSync(path.join(ROOT, name), "utf8") }));
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

/** The tree of a file; a file that does not parse is an error, never an empty tree. */
export function parse(file: SourceFile): ReturnType<typeof parseSync> {
  const result = parseSync(file.path, file.text);
  const [problem] = result.errors;
  if (problem !== undefined) throw new Error(`${file.path} does not parse: ${problem.message}`);
  return result;
}

export function programOf(file: SourceFile): SyntaxNode {
  return parse(file).program as unknown as SyntaxNode;
}

/** Visits every node below and including this one, parents first. */
export function visit(
  node: SyntaxNode,
  each: (node: SyntaxNode, parent: SyntaxNode | undefined) => void,
  parent?: SyntaxNode,
): void {
  each(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) visit(child, each, node);
    }
  }
}

export function lineOf(file: SourceFile, node: SyntaxNode): number {
  return file.text.slice(0, node.start).split("\n").length;
}
