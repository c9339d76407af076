/** The command line's validate: verdicts, summaries, formats, and sentences for bad input. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommandLine } from "../../../src/cli/commandLine.ts";
import { EXIT } from "../../../src/cli/exitCodes.ts";
import { convert } from "../../../src/cli/validation/convert.ts";
import { judge } from "../../../src/cli/validation/judge.ts";
import { type InputValue, readRows } from "../../../src/cli/validation/rows.ts";
import { byArea, errorsOf, median } from "../../../src/cli/validation/summary.ts";
import { CsvMistake, csvField, parseCsv } from "../../../src/kernel/csv.ts";

const HEADER = "id,area,inputs,quantity,expected,tolerance,unit,source,confidence";
let folder = "";

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "validate-"));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

async function run(...args: readonly string[]) {
  let out = "";
  let said = "";
  const exitCode = await runCommandLine(["validate", ...args], {
    out: (text) => void (out += text),
    say: (text) => void (said += text),
  });
  return { out, said, exitCode };
}

function fileWith(...lines: readonly string[]): string {
  const file = path.join(folder, "rows.csv");
  fs.writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

const PAGES = path.resolve(import.meta.dirname, "../../../docs/validation");
const read = (from: string, name: string): string | undefined =>
  fs.existsSync(path.join(from, name)) ? fs.readFileSync(path.join(from, name), "utf8") : undefined;

const rowLine = (
  area: string,
  inputs: Readonly<Record<string, InputValue>>,
  [quantity, expected, tolerance, unit]: readonly [string, number, number, string],
): string =>
  ["R-1", area, JSON.stringify(inputs), quantity, expected, tolerance, unit, "a, b", "derived"]
    .map((cell) => csvField(String(cell)))
    .join(",");

const saturationLine = rowLine("odc", { PO2_mmHg: 100, T_C: 37 }, ["SO2", 97.5, 0.6, "%"]);

describe("rows of this project", () => {
  test("blood, devices and dilution reach their aim, nothing breaks, and docs/validation shows them as they are", async () => {
    const written = path.join(folder, "page");
    const { out } = await run("--format", "csv", "--write", written);
    const names = fs.readdirSync(written);
    expect(names).toContain("rows.md");
    expect(names).toContain("oxygenator.svg");
    const stale = names.filter((name) => read(written, name) !== read(PAGES, name));
    expect(stale, "run: npm run build:validation").toEqual([]);
    const [header, ...records] = parseCsv(out);
    expect(header.fields.slice(0, 5)).toEqual(["id", "area", "computed", "expected", "tolerance"]);
    expect(records.length).toBeGreaterThan(200);
    const functions = ["odc", "co2", "acidbase", "tempcorr", "hemodilution", "cannula", "pump"];
    const ofFunctions = records.filter(({ fields }) => functions.includes(fields[1]));
    const passed = ofFunctions.filter(({ fields }) => fields[6] === "pass");
    expect(passed.length).toBeGreaterThanOrEqual(0.95 * ofFunctions.length);
    expect(records.every(({ fields }) => fields[7] !== "")).toBe(true);
  });
  test("an area that reaches its aim exits with 0 and says its errors", async () => {
    const { out, exitCode } = await run("--area", "odc");
    expect(exitCode).toBe(EXIT.ok);
    expect(out).toMatch(/^odc +pass 27, fail 0, unsupported 0; .*median absolute/m);
    expect(out).toMatch(/^o2Content +mean signed .*: met$/m);
  });
  test("an area that does not exits with 1 and says so", async () => {
    const { said, exitCode } = await run("--area", "temperature");
    expect(exitCode).toBe(EXIT.differs);
    expect(said).toMatch(/4 of 5 rows pass/);
  });
});

describe("bad input", () => {
  test("an unknown area", async () => {
    const { said, exitCode } = await run("--area", "cannulla");
    expect(exitCode).toBe(EXIT.badInput);
    expect(said).toBe('--area: There is no area "cannulla".\n  Did you mean "cannula"?\n');
  });
  test("a missing column", async () => {
    const { said, exitCode } = await run(
      "--rows",
      fileWith("id,area,inputs,quantity", "a,odc,{},"),
    );
    expect(exitCode).toBe(EXIT.badInput);
    expect(said).toMatch(/rows\.csv:1: There are no columns expected, tolerance, unit/);
    expect(said).toMatch(/\n {2}The first line names the columns id, area/);
  });
  test("malformed JSON, with every wrong row named", async () => {
    const wrong = 'X-1,odc,"{""PO2_mmHg"":",SO2,97,1,%,s,derived';
    const noObject = "X-2,odc,[1],SO2,97,1,%,s,derived";
    const { said, exitCode } = await run(
      "--rows",
      fileWith(HEADER, wrong, saturationLine, noObject),
    );
    expect(exitCode).toBe(EXIT.badInput);
    expect(said).toMatch(/rows\.csv:2 X-1 inputs: The inputs are not JSON/);
    expect(said).toMatch(/rows\.csv:4 X-2 inputs: The inputs are JSON but no object/);
    expect(said).toMatch(/\n {2}Write an object such as/);
  });
  test("a number that is none, and a quote that never closes", async () => {
    const { said } = await run("--rows", fileWith(HEADER, "X-1,odc,{},SO2,many,1,%,s,derived"));
    expect(said).toMatch(/X-1 expected: "many" is not a number/);
    const open = await run("--rows", fileWith(HEADER, 'X-1,odc,"{},SO2'));
    expect(open.said).toMatch(/rows\.csv:2: A quoted field never ends\.\n {2}Close every quoted/);
  });
  test("no file, no rows, and a wrong format", async () => {
    expect((await run("--rows", path.join(folder, "none.csv"))).said).toMatch(/no such file/);
    expect((await run("--rows", fileWith(HEADER))).said).toMatch(/There are no rows/);
    const other = await run("--rows", fileWith(HEADER, saturationLine), "--area", "pump");
    expect(other.said).toMatch(/No row is of the area pump/);
    expect((await run("--format", "xml")).said).toMatch(/"xml" is none of table, csv/);
  });
});

describe("judging", () => {
  const judged = (
    area: string,
    inputs: Readonly<Record<string, InputValue>>,
    wanted: readonly [string, number, number, string],
  ) => judge(readRows([HEADER, rowLine(area, inputs, wanted)].join("\n"), "here")[0]);

  test("rows that nobody supplied are answered from area, keys and quantity", () => {
    const drop = { _kind: "point", device: "Terumo Capiox SX25", Q_L_min: 3.3 };
    const answers = [
      judged("odc", { PO2_kPa: 5, equation: "Kelman 1966" }, ["SO2", 71, 1.5, "%"]),
      judged("odc", { SO2: 0.5, equation: "Dash 2016" }, ["PO2", 3.57, 0.05, "kPa"]),
      judged("oxygenator", drop, ["blood-side pressure drop", 50.6, 0.1, "mmHg"]),
      judged("cerebral", { T_C: 20 }, ["safe duration of circulatory arrest", 20.6, 0.1, "min"]),
      judged("hemodilution", { height_cm: 190, weight_kg: 100, equation: "Mosteller" }, [
        "BSA",
        2.297,
        0.001,
        "m2",
      ]),
      judged("acidbase", { Na: 138, Cl: 108, K: 4, HCO3: 20, includeK: true }, [
        "anion gap",
        14,
        0.01,
        "mEq/L",
      ]),
    ];
    expect(answers.map(({ verdict, reason }) => `${verdict} ${reason}`)).toEqual(
      answers.map(({ reason }) => `pass ${reason}`),
    );
  });
  test("neither id, source nor expected value changes an answer", () => {
    const inputs = { PO2_mmHg: 33, T_C: 30, pH: 7.3 };
    const [one, other] = [50, 90].map((expected) =>
      judged("odc", inputs, ["SO2", expected, 1, "%"]),
    );
    expect(one.computed).toBe(other.computed);
  });
  test("a miss fails; what cannot be set up is unsupported and says why", () => {
    expect(judged("odc", { PO2_mmHg: 40 }, ["SO2", 50, 1, "%"]).verdict).toBe("fail");
    const cases = [
      judged("weather", {}, ["rain", 1, 1, "mm"]),
      judged("odc", { PO2_mmHg: 40, equation: "Hill 1910" }, ["SO2", 75, 1, "%"]),
      judged("odc", { PO2_mmHg: 40 }, ["SO2", 75, 1, "mmHg"]),
      judged("odc", { PO2_mmHg: "much" }, ["SO2", 75, 1, "%"]),
      judged("cannula", { arterial: "99 Fr", dP_mmHg: 200 }, ["blood flow", 3, 1, "L/min"]),
      judged("hemodilution", { V1_mL: 5000 }, ["volume added", 1, 1, "mL"]),
    ];
    expect(cases.map(({ verdict }) => verdict)).toEqual(cases.map(() => "unsupported"));
    expect(cases.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('There is no area "weather"'),
      expect.stringContaining('no dissociation curve "Hill 1910"'),
      expect.stringContaining("It wants mmHg"),
      expect.stringContaining("PO2_mmHg holds no number"),
      expect.stringContaining('cannula "99 Fr"'),
      expect.stringContaining("V1_mL, Hct1, Hct2"),
    ]);
  });
  test("a limit that was looked up is no error of zero", () => {
    const limit = { _kind: "spec", device: "Capiox FX25" };
    const found = judged("oxygenator", limit, ["minimum sweep gas flow", 0.5, 0, "L/min"]);
    expect(found.reason).toMatch(/looked up/);
    expect(errorsOf([found]).count).toBe(0);
    expect(byArea([found])[0].counts).toEqual({ pass: 1, fail: 0, unsupported: 0 });
  });
  test("a trend is right by its sign", () => {
    const sweep = { _kind: "trend", event: "sweep failure" };
    expect(judged("fault", sweep, ["PaCO2 trend", 1, 0, "sign"]).verdict).toBe("pass");
    expect(judged("fault", sweep, ["arterial saturation trend", -1, 0, "sign"]).verdict).toBe(
      "pass",
    );
    const blender = { _kind: "trend", event: "blender at FiO2 0.21" };
    expect(judged("fault", blender, ["PaCO2 trend", 0, 0, "sign"]).verdict).toBe("unsupported");
    const event = { _kind: "trend", pump: "centrifugal", event: "afterload rises at fixed rpm" };
    expect(judged("pump", event, ["flow change sign", -1, 0, "sign"]).verdict).toBe("pass");
  });
});

describe("parts", () => {
  test("quoted fields, doubled quotes, line ends and blank lines", () => {
    const text = '\uFEFFa,"b ""c"", d"\r\n\r\n"two\nlines",\n';
    expect(parseCsv(text)).toEqual([
      { lineIndex: 1, fields: ["a", 'b "c", d'] },
      { lineIndex: 3, fields: ["two\nlines", ""] },
    ]);
    expect(csvField('say "a, b"')).toBe('"say ""a, b"""');
    expect(() => parseCsv('"a"b')).toThrow(CsvMistake);
  });
  test("units of one dimension convert, others do not", () => {
    expect(convert(100, "mmHg", "kPa")).toBeCloseTo(13.332, 3);
    expect(convert(0.2, "fraction", "% of baseline")).toBeCloseTo(20, 9);
    expect(convert(1.3, "mg/100 U", "mg per 100 U")).toBe(1.3);
    expect(convert(1, "mmHg", "L")).toBeUndefined();
  });
  test("median of odd and even counts, and of none", () =>
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, 0]));
});
