/** What a session may be made of: the scenarios that are offered, and no other file. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findMaterial } from "../../src/server/rooms/catalogue.ts";

let folder: string;

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "onbypass-catalogue-"));
  fs.mkdirSync(path.join(folder, "scenarios"));
  const write = (name: string, data: object) =>
    fs.writeFileSync(path.join(folder, name), JSON.stringify(data));
  write("scenarios/a1-pump-failure.json", { scenario: { id: "a1-pump-failure" }, drugs: [] });
  write("scenarios/catalogue.json", { scenarios: [] });
  write("secret.json", { scenario: { id: "../secret" } });
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const find = (id: string) => findMaterial({ appDir: folder, engineDirs: [] }, id);

test("an offered scenario comes with everything it names", async () =>
  expect(await find("a1-pump-failure")).toEqual({
    scenario: { id: "a1-pump-failure" },
    drugs: [],
  }));

test.each(["../secret", "catalogue", "nothing", "", "A1", "a1-pump-failure.json"])(
  "%j is no scenario",
  async (id) => expect(await find(id)).toBeUndefined(),
);
