/** Which requests the service worker answers. Everything that is not listed here goes by it untouched. */
export type RequestKind =
  /** The page itself, whatever stands behind "?" and "#". */
  | "page"
  /** A file whose name holds a hash of its content. */
  | "byHash"
  /** A file of this version whose name stays: the catalogue, a scenario, the name of the engine. */
  | "byName";

/** The file behind every address of the app. */
export const PAGE_FILE = "/index.html";

const ENGINE = /^\/engines\/engine-([0-9a-f]{16})\.mjs$/;
const BY_HASH = /^\/assets\/[^/]+$/;

/** The hash in an engine's address; undefined for every other address. */
export const engineHashIn = (path: string): string | undefined => ENGINE.exec(path)?.[1];

interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

/** Undefined for what is not ours: other origins, the API, the live link, anything that changes something. */
export function requestKind(
  { method, mode, url }: Asked,
  origin: string,
  isKept: (path: string) => boolean,
): RequestKind | undefined {
  const address = new URL(url);
  if (method !== "GET" || address.origin !== origin) return undefined;
  const { pathname: path } = address;
  if (mode === "navigate") return path === "/" || path === PAGE_FILE ? "page" : undefined;
  if (BY_HASH.test(path) || engineHashIn(path) !== undefined) return "byHash";
  return isKept(path) ? "byName" : undefined;
}
