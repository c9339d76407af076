/**
 * Reads YAML on behalf of the pure rooms: plain data, and for every path into it the line and column
 * where it stands. Used by the command line, the build and, for dropped files, the browser.
 */
import { isCollection, isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import { failure, type Problem, type Result, success } from "../kernel/result.ts";
import type { DataPath, DataSource, Position } from "../scenario/contract/source.ts";

const ALIASES_MAX = 100; // a file that refers to itself over and over is an attack or a mistake

/** The data of a YAML text with its positions, or what is malformed in it. */
export function readYaml(name: string, text: string): Result<DataSource> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error): Problem => {
      const { line, col } = lines.linePos(error.pos[0]);
      const because = error.message.replace(/\.$/, "");
      return {
        code: "yaml.malformed",
        place: `${name}:${line}:${col}`,
        sentence: `This is not well-formed YAML: ${because}.`,
        remedy: "Look at the indentation, the quotes and the brackets around this place.",
      };
    });
    return failure(problems[0], ...problems.slice(1));
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: ALIASES_MAX });
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    return failure({
      code: "yaml.malformed",
      place: name,
      sentence: `Cannot be read: ${because}.`,
    });
  }
  const locate = (path: DataPath): Position | undefined => {
    const offset = offsetAt(document.contents, path);
    if (offset === undefined) return undefined;
    const { line, col } = lines.linePos(offset);
    return { lineIndex: line, columnIndex: col };
  };
  return success({ name, data, locate });
}

/** Where the thing at the path begins: its key in a map, itself in a list. */
function offsetAt(root: Node | null, path: DataPath): number | undefined {
  if (path.length === 0) return root?.range?.[0];
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((node, step) => (isCollection(node) ? node.get(step, true) : undefined), root);
  const last = path[path.length - 1];
  if (isMap(parent)) {
    const pair = parent.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(last),
    );
    return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  }
  if (!isCollection(parent)) return undefined;
  const node = parent.get(last, true) as Node | undefined;
  return node?.range?.[0];
}
