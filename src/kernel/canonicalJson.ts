// One text for one value: JSON with keys sorted at every level, so that equal records have equal
// hashes whatever order they were built in. What JSON would silently drop or change (undefined,
// NaN, functions, class instances, holes) is refused instead, naming the place.

const DEPTH_MAX = 100;

/** The canonical JSON text of plain data; throws naming the path of anything that is not data. */
export function canonicalJson(value: unknown): string {
  return write(value, "$", 0);
}

function write(value: unknown, path: string, depth: number): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return writeNumber(value, path);
  if (typeof value !== "object") throw refusal(path, `is ${describeOdd(value)}`);
  if (depth >= DEPTH_MAX) throw refusal(path, `is nested deeper than ${DEPTH_MAX} levels`);
  if (Array.isArray(value)) return writeArray(value, path, depth);
  if (!isPlain(value)) throw refusal(path, "is not a plain object or array");
  return writeObject(value, path, depth);
}

function writeNumber(value: number, path: string): string {
  if (value - value !== 0) throw refusal(path, `is ${value}, which JSON cannot hold`);
  return value === 0 ? "0" : String(value);
}

function writeArray(values: readonly unknown[], path: string, depth: number): string {
  const parts: string[] = [];
  for (let i = 0; i < values.length; i++) parts.push(write(values[i], `${path}[${i}]`, depth + 1));
  return `[${parts.join(",")}]`;
}

function writeObject(record: Record<string, unknown>, path: string, depth: number): string {
  const parts: string[] = [];
  // The default order compares UTF-16 code units: the same everywhere, no locale involved.
  for (const key of Object.keys(record).sort()) {
    parts.push(`${JSON.stringify(key)}:${write(record[key], `${path}.${key}`, depth + 1)}`);
  }
  return `{${parts.join(",")}}`;
}

/** Whether it is an object literal (of any realm), not an instance of a class. */
function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function describeOdd(value: unknown): string {
  return value === undefined ? "undefined" : `a ${typeof value}`;
}

function refusal(path: string, complaint: string): Error {
  return new Error(`Canonical JSON holds plain data only, but ${path} ${complaint}`);
}
