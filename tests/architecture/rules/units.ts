/**
 * Finds numbers whose name does not say their unit: number fields of interfaces, of object types and
 * of zod objects in pure rooms. A name ends in a unit, or in a unit and Min, Max or Target, or is on
 * the list of things that have none.
 */
import {
  isNode,
  lineOf,
  programOf,
  type SourceFile,
  type SyntaxNode,
  visit,
} from "../../support/sourceTree.ts";
import { PURE_ROOMS, roomOf } from "./rooms.ts";

const words = (...lines: readonly string[]): string[] => lines.join(" ").split(" ");

/** Units that may stand alone at the end of a name. Products and quotients of them are allowed too. */
const UNITS = words(
  "MmHg KPa Pa L Dl Ml Ul Lpm Lpm2 M3 MlO2 MlCo2", // pressure, volume, flow
  "M Cm Mm Um M2 Cm2 Mm2 Kg G Mg Ug Mol Mmol Umol Nmol Meq Units U", // length to substance
  "Ms S Minutes Hours Days Weeks Months Years Ticks Tick Hz Rpm", // time; "Min" is below
  "Revolutions Rev Rad Deg C K J Kj W V A Ah Wh Nm N Cp", // turning, heat, electricity, force
  "Bytes Px Db", // data and drawing
  "Fraction Ratio Factor Gain Exponent Ph Q10 Index Count Hex Seed Sequence", // without dimension,
  "Version Points Code Score Length Size Offset Cell Node Row", // and saying so
);

/** After Per or inside a product only: at the end of a name, Min is a minimum and not a minute. */
const INSIDE_ONLY = words("Min H S2");

/** Names that are a number without a unit, and why each is clear as it stands. */
const DIMENSIONLESS: Readonly<Record<string, string>> = {
  version: "counts formats",
  order: "counts places",
  priority: "counts places",
  position: "counts places",
  min: "has the unit of what it limits",
  max: "has the unit of what it limits",
  low: "has the unit of what it limits",
  high: "has the unit of what it limits",
  target: "has the unit of what it steers",
  value: "has the unit of the signal named beside it",
  x: "coordinate",
  y: "coordinate",
  w: "width, beside x and y",
  h: "height, beside x and y",
  speed: "times real time",
  amount: "has the unit named beside it",
  usual: "has the unit named beside it",
  BYTES_PER_ELEMENT: "the language's own name",
};

const unit = `(?:${[...UNITS].sort((a, b) => b.length - a.length).join("|")})`;
const part = `(?:${[...UNITS, ...INSIDE_ONLY].sort((a, b) => b.length - a.length).join("|")})`;
const QUANTITY = new RegExp(`(?:${part}*${unit}|${part}+)?(?:Per${part}+)+$|${unit}$`);
const WHOLE = new RegExp(`^${unit}$`);
const LIMIT = /(?:Min|Max|Target)$/;

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** True when the name says what the number counts. */
export function saysItsUnit(name: string): boolean {
  if (name in DIMENSIONLESS) return true;
  return [name, name.replace(LIMIT, "")].some(
    (candidate) =>
      QUANTITY.test(candidate) || (candidate.length > 1 && WHOLE.test(capitalised(candidate))),
  );
}

/** number, and number or null or undefined. */
function isNumberType(type: unknown): boolean {
  if (!isNode(type)) return false;
  if (type.type === "TSNumberKeyword") return true;
  if (type.type !== "TSUnionType") return false;
  const parts = (type["types"] as SyntaxNode[]).map((one) => one.type);
  const nothing = ["TSNullKeyword", "TSUndefinedKeyword"];
  return (
    parts.includes("TSNumberKeyword") &&
    parts.every((one) => one === "TSNumberKeyword" || nothing.includes(one))
  );
}

/** Follows z.number().min(0).optional() down to its first call: "z.number", or a helper's name. */
function rootOfCall(expression: unknown): string {
  if (!isNode(expression) || expression.type !== "CallExpression") return "";
  const callee = expression["callee"] as SyntaxNode;
  if (callee.type === "Identifier") return String(callee["name"]);
  if (callee.type !== "MemberExpression") return "";
  const object = callee["object"] as SyntaxNode;
  if (object.type === "Identifier" || object.type === "MemberExpression") {
    const method = String((callee["property"] as SyntaxNode)["name"]);
    const base = object.type === "Identifier" ? object["name"] : "z";
    return base === "z" ? `z.${method}` : String(base);
  }
  return rootOfCall(object);
}

const ZOD_NUMBERS = new Set(["z.number", "z.int", "z.float64", "z.int32", "z.uint32"]);

/** Names of this file that stand for a zod number: constants, and functions that return one. */
function numberHelpers(program: SyntaxNode): Set<string> {
  const names = new Set<string>();
  visit(program, (node) => {
    if (node.type !== "VariableDeclarator" || !isNode(node["init"])) return;
    const init = node["init"];
    const value = init.type === "ArrowFunctionExpression" ? init["body"] : init;
    if (ZOD_NUMBERS.has(rootOfCall(value))) names.add(String((node["id"] as SyntaxNode)["name"]));
  });
  return names;
}

const keyOf = (node: SyntaxNode): string => {
  const key = node["key"];
  if (!isNode(key)) return "";
  return String(key.type === "Identifier" ? key["name"] : key["value"]);
};

/** Each field as "file:line name". */
export function unitlessNumbers(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => PURE_ROOMS.includes(roomOf(file.path)))
    .flatMap((file) => {
      const program = programOf(file);
      const helpers = numberHelpers(program);
      const isZodNumber = (value: unknown): boolean => {
        if (isNode(value) && value.type === "Identifier") return helpers.has(String(value["name"]));
        const root = rootOfCall(value);
        return ZOD_NUMBERS.has(root) || helpers.has(root);
      };
      const found: string[] = [];
      const judge = (node: SyntaxNode): void => {
        const name = keyOf(node);
        if (!saysItsUnit(name)) found.push(`${file.path}:${lineOf(file, node)} ${name}`);
      };
      visit(program, (node) => {
        if (node.type === "TSPropertySignature") {
          const annotation = node["typeAnnotation"] as SyntaxNode | null;
          if (isNumberType(annotation?.["typeAnnotation"])) judge(node);
        }
        if (node.type === "Property" && isZodNumber(node["value"])) judge(node);
      });
      return found;
    });
}
