/** The cut faces hold what the product writes, so that the whole ones need not travel. */
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { EXTRA_CHARACTERS } from "../../../scripts/build-fonts.mjs";

const ROOT = path.resolve(import.meta.dirname, "../../..");

/** Signs of comments, of shapes that are drawn, and of pages off the stage: left to the system's face. */
const DRAWN = "▲◆●✓√π";

function filesBelow(folder: string, endings: RegExp): readonly string[] {
  return fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => endings.test(name))
    .map((name) => path.join(ROOT, folder, name));
}

const beyondAscii = (text: string): readonly string[] =>
  Array.from(text).filter((character) => (character.codePointAt(0) as number) > 126);

/** The code points of a CSS unicode-range. */
function codePoints(range: string): ReadonlySet<number> {
  const points = new Set<number>();
  for (const [, from, to] of range.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)) {
    const last = Number.parseInt(to ?? (from as string), 16);
    for (let point = Number.parseInt(from as string, 16); point <= last; point++) points.add(point);
  }
  return points;
}

const css = fs.readFileSync(path.join(ROOT, "src/app/styles/fonts.css"), "utf8");
const faces = [...css.matchAll(/url\("([^"]+)"\)[^;]*;\s*unicode-range:([^;]+);/g)].map(
  ([, url, range]) => ({ url: url as string, points: codePoints(range as string) }),
);
const cut = faces.filter(({ url }) => url.includes("assets/fonts"));
const whole = faces.filter(({ url }) => url.includes("@ibm"));

test("every sign in sources and scenarios is in the cut faces, every other letter in the whole ones", () => {
  const files = [...filesBelow("src", /\.tsx?$/), ...filesBelow("scenarios", /\.yaml$/)];
  expect(files.length).toBeGreaterThan(300);
  const written = new Set(files.flatMap((file) => beyondAscii(fs.readFileSync(file, "utf8"))));
  const isSet = (one: string) =>
    `${EXTRA_CHARACTERS}${DRAWN}`.includes(one) ||
    (/\p{L}/u.test(one) && whole[0]?.points.has(one.codePointAt(0) as number));
  const missing = [...written].filter((one) => !isSet(one));
  expect(missing).toEqual([]);
});

test("the style sheet asks each cut face for exactly the characters it was cut to", () => {
  const wanted = Array.from(EXTRA_CHARACTERS, (one) => one.codePointAt(0) as number);
  for (let point = 32; point < 127; point++) wanted.push(point);
  expect(cut).toHaveLength(5);
  for (const { points } of cut)
    expect([...points].sort((a, b) => a - b)).toEqual(wanted.sort((a, b) => a - b));
});

test("the whole Latin faces are asked for other letters only", () => {
  expect(whole).toHaveLength(5);
  for (const { points } of whole) {
    expect(points.has("é".codePointAt(0) as number)).toBe(true);
    expect([...points].filter((point) => cut[0]?.points.has(point))).toEqual([]);
  }
});
