/** Everything a person can get wrong on the command line: a sentence with a place, never a stack. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommandLine } from "../../../src/cli/commandLine.ts";
import { EXIT } from "../../../src/cli/exitCodes.ts";
import { recordingText } from "../../../src/session/seal.ts";
import { playRecording } from "../session/testRecording.ts";

let folder = "";
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-cli-"));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const file = (name: string, text: string): string => {
  const full = path.join(folder, name);
  fs.writeFileSync(full, text);
  return full;
};

async function onbypass(...args: string[]) {
  const out: string[] = [];
  const said: string[] = [];
  const exitCode = await runCommandLine(args, {
    out: (text) => out.push(text),
    say: (text) => said.push(text),
  });
  return { exitCode, out: out.join(""), said: said.join("") };
}

type Case = readonly [what: string, args: () => string[], said: RegExp];

const REFUSED: readonly Case[] = [
  ["an unknown command", () => ["rnu"], /no command "rnu"[^]*Did you mean "run"/],
  ["an unknown option", () => ["run", "--sede", "3"], /no option --sede[^]*--seed/],
  [
    "a word where an option belongs",
    () => ["run", "a1-pump-failure"],
    /--scenario a1-pump-failure/,
  ],
  ["an option without its value", () => ["run", "--seed"], /--seed/],
  [
    "a seed that is a word",
    () => ["run", "--seed", "seven"],
    /--seed: "seven" is not a whole number/,
  ],
  ["a seed with a fraction", () => ["run", "--seed", "1.5"], /whole number/],
  ["a seed below zero", () => ["run", "--seed=-1"], /outside 0 to 4294967295/],
  ["seconds out of range", () => ["run", "--seconds", "1e9"], /--seconds: 1e9 is outside/],
  ["a mode there is not", () => ["run", "--mode", "test"], /practice, drill, exam/],
  ["a format there is not", () => ["run", "--format", "xml"], /csv, json/],
  [
    "a misspelt signal",
    () => ["run", "--signals", "patient.nirsLeftFracton"],
    /Did you mean "patient.nirsLeftFraction"/,
  ],
  ["no signal at all", () => ["run", "--signals", ","], /no signal/],
  [
    "a misspelt scenario",
    () => ["run", "--scenario", "a1-pump-failur"],
    /Did you mean "a1-pump-failure"/,
  ],
  ["a scenario file that is not there", () => ["run", "--scenario", "nowhere.yaml"], /not there/],
  [
    "an actions file that is not there",
    () => ["run", "--actions", "nowhere.yaml"],
    /nowhere.yaml: There is no such file/,
  ],
  ["a folder as actions", () => ["run", "--actions", folder], /folder, not a file/],
  [
    "malformed YAML",
    () => ["run", "--actions", file("bad.yaml", "- tick: 1\n  action: {type: [\n")],
    /bad.yaml:\d+:\d+: A bracket that was opened before this place is not closed/,
  ],
  [
    "an act nobody knows",
    () => [
      "run",
      "--actions",
      file("act.yaml", "- tick: 1\n  action: {type: line.clmp, site: arterial}\n"),
    ],
    /act.yaml:2:\d+ \[0\].action/,
  ],
  [
    "a flow out of range",
    () => [
      "run",
      "--actions",
      file("flow.yaml", "- atS: 1\n  action: {type: pump.setFlow, head: arterial, flowLpm: 80}\n"),
    ],
    /flow.yaml:2:\d+ \[0\].action.flowLpm: "flowLpm" must be at most 8, not 80/,
  ],
  [
    "an act without its moment",
    () => ["run", "--actions", file("when.yaml", "- action: {type: alarm.acknowledge}\n")],
    /either tick or atS/,
  ],
  [
    "a fault injected by a trainee",
    () => [
      "run",
      "--actions",
      file(
        "fault.yaml",
        "- tick: 1\n  action: {type: fault.inject, fault: {fault: flowProbe.frozen}}\n",
      ),
    ],
    /Only a supervisor/,
  ],
  ["no recording", () => ["replay"], /takes one recording/],
  ["a recording that is not there", () => ["replay", "nowhere.json"], /There is no such file/],
  ["a picture", () => ["replay", file("a.png", "\u0089PNG {}")], /not an OnBypass recording/],
  [
    "half a recording",
    () => ["replay", file("half.json", recordingText(playRecording()).slice(0, 1000))],
    /cut off after 1000 characters[^]*Export the recording again/,
  ],
  [
    "an edited recording",
    () => [
      "replay",
      file("edit.json", recordingText(playRecording()).replace('"noFlow"', '"airFound"')),
    ],
    /entries\[\d+\]: Entry \d+ does not follow/,
  ],
  ["a check of nothing", () => ["check", "nowhere.yaml"], /no such file/],
  [
    "an audience there is not",
    () => ["signals", "--for", "nurse"],
    /trainee, supervisor, engine, all/,
  ],
];

describe("bad input", () => {
  test.each(REFUSED)("%s is refused", async (_what, args, said) => {
    const result = await onbypass(...args());
    expect(result.said).toMatch(said);
    expect(result.said).not.toMatch(/\n\s+at /); // a stack
    expect(result.exitCode).toBe(EXIT.badInput);
    expect(result.out).toBe("");
  });

  test("a recording of an engine that is not here says where to get it", async () => {
    const { said, exitCode } = await onbypass(
      "replay",
      file("engine.json", recordingText(playRecording())),
    );
    expect(said).toMatch(/engine-00112233445566ff.mjs[^]*data\/engines/);
    expect(exitCode).toBe(EXIT.noEngine);
  });

  test("a scenario with a mistake fails the check with its place", async () => {
    const text = fs.readFileSync("scenarios/a1-pump-failure.yaml", "utf8");
    const bad = file("a1.yaml", text.replace("briefing:", "breifing:"));
    const { said, exitCode } = await onbypass("check", bad);
    expect(said).toMatch(
      /a1.yaml:\d+:\d+ breifing: There is no key "breifing" here.\n {2}Did you mean "briefing"\?/,
    );
    expect(exitCode).toBe(EXIT.differs);
  });
});

describe("good input", () => {
  test("help says what there is and what the exit codes mean", async () => {
    const { out, exitCode } = await onbypass("--help");
    for (const name of ["run", "replay", "check", "signals", "actions", "faults", "bench"]) {
      expect(out).toContain(`  ${name}`);
      const help = await onbypass(name, "--help");
      expect(help.out).toMatch(/^onbypass /);
      expect(help.out).toContain("Exit codes");
    }
    expect(out).toContain("Not for clinical use");
    expect(exitCode).toBe(EXIT.ok);
  });

  test("the scenarios of this project are right", async () => {
    expect((await onbypass("check")).exitCode).toBe(EXIT.ok);
  });

  test("signals, actions and faults are listed with their fields", async () => {
    expect((await onbypass("signals", "nirsLeft")).out).toContain("patient.nirsLeftFraction");
    expect((await onbypass("actions", "crank.turn")).out).toMatch(/revolutions: 0 to 2/);
    expect((await onbypass("faults", "kink")).out).toMatch(/openFraction: 0 to 1/);
    expect(JSON.parse((await onbypass("actions", "--json")).out).length).toBeGreaterThan(40);
  });
});
