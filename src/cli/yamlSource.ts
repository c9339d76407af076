/**
 * Reads YAML on behalf of the pure rooms: plain data, and for every path into it the line and column
 * where it stands. Used by the command line, the build and, for dropped files, the browser.
 */
import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLParseError,
} from "yaml";
import { failure, type Problem, type Result, success } from "../kernel/result.ts";
import { KEY_HINTS } from "../scenario/contract/misplacedKey.ts";
import type { DataPath, DataSource, Position } from "../scenario/contract/source.ts";

const ALIASES_MAX = 100; // a file that refers to itself over and over is an attack or a mistake

/** What a library says of a text's form, in words for whoever wrote the text. */
const MALFORMED: Readonly<Record<string, { readonly sentence: string; readonly remedy: string }>> =
  {
    BAD_INDENT: {
      sentence: "This line does not begin in the column of its neighbours.",
      remedy:
        "What belongs together begins in one column; look at this line and at the one before it.",
    },
    TAB_AS_INDENT: { sentence: "This line begins with a tab.", remedy: "Use spaces." },
    BLOCK_AS_IMPLICIT_KEY: {
      sentence:
        "There is a colon in a text without quotes, or a line that begins too far to the right.",
      remedy: 'Put the text in quotes: title: "One: two".',
    },
    MULTILINE_IMPLICIT_KEY: {
      sentence: "A colon is missing here, or a text that runs over lines has no quotes.",
      remedy: "Write name: value, or put the text in quotes.",
    },
    MULTIPLE_DOCS: {
      sentence: "A line of three hyphens begins a second document.",
      remedy: "Keep one document in a file; put hyphens that are text in quotes.",
    },
  };
const OTHERWISE_MALFORMED =
  "Look at the indentation, the quotes and the brackets around this place.";

/** The first mistake alone: those behind it mostly come from it. */
function malformed(name: string, text: string, lines: LineCounter, error: YAMLParseError): Problem {
  const { line, col } = lines.linePos(error.pos[0]);
  const place = `${name}:${line}:${col}`;
  if (error.code === "DUPLICATE_KEY") {
    const key = /^[^\s:]+/.exec(text.slice(error.pos[0]))?.[0] ?? "";
    return {
      code: "yaml.malformed",
      place,
      sentence: `The key "${key}" stands here a second time.`,
      remedy: "Keep one of the two.",
    };
  }
  const because = error.message.replace(/\.$/, "");
  if (error.code === "BAD_INDENT" && because.includes(" and end with a ")) {
    const sentence = "A bracket that was opened before this place is not closed.";
    return {
      code: "yaml.malformed",
      place,
      sentence,
      remedy: "Close it in the line it stands in.",
    };
  }
  return {
    code: "yaml.malformed",
    place,
    ...(MALFORMED[error.code] ?? {
      sentence: `This is not well-formed YAML: ${because}.`,
      remedy: OTHERWISE_MALFORMED,
    }),
  };
}

/** As `readYaml`, of a file's bytes: letters that are no UTF-8 would come out as boxes. */
export function readYamlBytes(name: string, bytes: Uint8Array): Result<DataSource> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return failure({
      code: "file.encoding",
      place: name,
      sentence: "Some letters in this file are not written as UTF-8.",
      remedy: "Save it again as UTF-8; editors ask for the encoding where they ask for the name.",
    });
  }
  return readYaml(name, text);
}

/** The data of a YAML text with its positions, or what is malformed in it. */
export function readYaml(name: string, text: string): Result<DataSource> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [mistake] = document.errors;
  if (mistake !== undefined) return failure(malformed(name, text, lines, mistake));
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
  return success({ name, data, locate, keyHints: KEY_HINTS });
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
