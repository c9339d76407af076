/**
 * Finds what would make two runs of a pure room differ: clocks, chance, and mathematics whose last
 * bit depends on the engine. Math is an allow-list, so a function nobody thought of is caught too.
 */
import {
  lineOf,
  programOf,
  type SourceFile,
  type SyntaxNode,
  visit,
} from "../../support/sourceTree.ts";
import { PURE_ROOMS, roomOf } from "./rooms.ts";

/** Exact in every engine: constants, and functions that IEEE 754 or plain arithmetic fix. */
const EXACT_MATH = new Set(
  "PI E LN2 LN10 LOG2E LOG10E SQRT2 SQRT1_2 sqrt abs min max floor ceil round trunc sign fround imul clz32".split(
    " ",
  ),
);

const BANNED_NAMES = new Set(["Date", "Intl", "globalThis"]);

/** Methods whose answer depends on the language of the machine. */
const BANNED_METHODS = new Set([
  "localeCompare",
  "toLocaleString",
  "toLocaleDateString",
  "toLocaleTimeString",
  "toLocaleLowerCase",
  "toLocaleUpperCase",
]);

/** Files that may break the rule because they are the rule's replacement. */
const EXEMPT = new Set(["src/kernel/detMath.ts"]);

const nameOf = (node: unknown): string => {
  const candidate = node as SyntaxNode | undefined;
  return candidate?.type === "Identifier" ? String(candidate["name"]) : "";
};

/** True where a name is only a label: the key of a property, or what follows a dot. */
function isOnlyALabel(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent === undefined || parent["computed"] === true) return false;
  return parent["key"] === node || parent["property"] === node;
}

function problemIn(node: SyntaxNode, parent: SyntaxNode | undefined): string | undefined {
  if (node.type === "BinaryExpression" && node["operator"] === "**") return "**";
  if (node.type === "AssignmentExpression" && node["operator"] === "**=") return "**=";
  if (node.type !== "Identifier" || isOnlyALabel(node, parent)) {
    const method = node.type === "MemberExpression" ? nameOf(node["property"]) : "";
    return BANNED_METHODS.has(method) ? method : undefined;
  }
  const name = nameOf(node);
  if (BANNED_NAMES.has(name)) return name;
  if (name !== "Math") return undefined;
  const isPlainMember = parent?.type === "MemberExpression" && parent["computed"] === false;
  const member = isPlainMember ? nameOf(parent["property"]) : "";
  return EXACT_MATH.has(member) ? undefined : `Math.${member === "" ? "(not by name)" : member}`;
}

/** Each use as "file:line uses what". */
export function unrepeatable(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => PURE_ROOMS.includes(roomOf(file.path)) && !EXEMPT.has(file.path))
    .flatMap((file) => {
      const found: string[] = [];
      visit(programOf(file), (node, parent) => {
        const problem = problemIn(node, parent);
        if (problem !== undefined) found.push(`${file.path}:${lineOf(file, node)} uses ${problem}`);
      });
      return found;
    });
}
