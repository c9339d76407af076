/** A site's alarm and stop limits: laid over any machine, refused with place and remedy when wrong. */
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { limited } from "../../../src/case/limitedContent.ts";
import { readYaml } from "../../../src/cli/yamlSource.ts";
import { withLimits } from "../../../src/scenario/layLimits.ts";
import { checkLimitProfile, type LimitProfile } from "../../../src/scenario/limitProfile.ts";
import { machineSchema } from "../../../src/world/contract/setup.ts";
import { readContent, SCENARIOS_FOLDER } from "../../support/playCase.ts";

const LIMITS = path.join(SCENARIOS_FOLDER, "limits");
const text = (id: string): string => fs.readFileSync(path.join(LIMITS, `${id}.yaml`), "utf8");

function checked(yaml: string) {
  const source = readYaml("limits.yaml", yaml);
  if (!source.ok) throw new Error("This is no YAML.");
  return checkLimitProfile(source.value);
}
function profileOf(yaml: string): LimitProfile {
  const result = checked(yaml);
  if (!result.ok) throw new Error(result.problems.map(({ sentence }) => sentence).join("\n"));
  return result.value;
}
const { machines } = readContent("a1-pump-failure");

test("the default profile is what the scenarios' own machines are set to", () => {
  const profile = profileOf(text("clinical-default"));
  for (const machine of Object.values(machines))
    expect(withLimits(machine, profile)).toEqual(machine);
});

test("the standards' profile moves its limits on both machines and leaves the rest", () => {
  const content = limited(readContent("a1-pump-failure"), profileOf(text("standards-v1")));
  for (const [kind, machine] of Object.entries(content.machines)) {
    const before = machines[kind as keyof typeof machines];
    expect(machine.safety).toMatchObject({ levelLimitMl: 200, pressureAlertMmHg: 300 });
    expect(machine.safety.pressureStopMmHg).toBe(350);
    expect(machine.devices.levelAlert).toEqual({ mode: "alarmStop", value: 400 });
    expect(machine.devices.pressurePre).toEqual(before.devices.pressurePre);
    expect(machine.limits).toEqual(before.limits);
    expect(machine.heads).toEqual(before.heads);
    expect(machineSchema.safeParse(machine).success).toBe(true);
  }
});

test("a wrong name is refused with its line and what was probably meant", () => {
  const result = checked(text("standards-v1").replace("levelLimitMl", "levelLimitML"));
  if (result.ok) throw new Error("The mistake was not seen.");
  expect(result.problems[0].place).toMatch(/^limits\.yaml:\d+:\d+ /);
  expect(result.problems[0].remedy).toContain("levelLimitMl");
});

test("an alert above its stop is refused, a profile of one line is enough", () => {
  const result = checked(
    text("standards-v1").replace("pressureAlertMmHg: 300", "pressureAlertMmHg: 360"),
  );
  if (result.ok) throw new Error("The alert would never warn.");
  expect(result.problems[0].sentence).toContain("above the stop");
  const small = profileOf(
    "id: ours\ntitle: Ours\nalarmLimits: { safety: { levelLimitMl: 350 } }\nsources: { level: ours }",
  );
  expect(withLimits(machines.roller, small).safety).toEqual({
    ...machines.roller.safety,
    levelLimitMl: 350,
  });
});
