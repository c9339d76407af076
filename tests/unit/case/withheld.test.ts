/** An assessed case whose failure is kept elsewhere, and sentences put in somebody's mouth. */
import { describe, expect, test } from "vitest";
import { type Case, type CaseEntry, createCase } from "../../../src/case/case.ts";
import { openCase, readContent, setupOf } from "../../support/playCase.ts";

const content = readContent();
const SEED = 16; // the failure comes early, at tick 1533
const commitmentHex = "c".repeat(64);

/** The case as a device gets it that must not know what fails. */
function openWithheld(pumpType: "roller" | "centrifugal"): Case {
  const setup = setupOf(content, { seed: SEED, pumpType, distractors: [] });
  const made = createCase({ ...setup, withheld: { commitmentHex } });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
}

const supervisor = (action: CaseEntry["action"]): CaseEntry => ({ actor: "supervisor", action });

const revealOf = ({ drawn }: Case): CaseEntry => {
  const { variant, cause, faults } = drawn;
  return supervisor({ type: "scenario.reveal", revealed: { variant, cause, faults: [...faults] } });
};

/** Acts that matter to stages and marks, at ticks after any onset. */
const ACTS: Readonly<Record<number, CaseEntry["action"]>> = {
  1700: { type: "team.say", to: "surgeon", message: "noFlow" },
  1750: { type: "line.clamp", site: "arterial" },
  1800: { type: "team.say", to: "helper", message: "callForHelp" },
};

function stepTo(played: Case, tick: number, entries: Readonly<Record<number, CaseEntry>> = {}) {
  while (played.tick() < tick) {
    const at = played.tick();
    const act = ACTS[at];
    const own: CaseEntry[] = act === undefined ? [] : [{ actor: "trainee", action: act }];
    const extra = entries[at];
    played.step(extra === undefined ? own : [extra, ...own]);
  }
}

describe("a withheld case", () => {
  test.each([
    ["f", "centrifugal"],
    ["h", "roller"],
  ] as const)(
    "revealed at its moment, goes on as one that knew from the start: variant %s, %s",
    (variant, pumpType) => {
      const open = openCase(content, { variant, pumpType, seed: SEED, distractors: [] });
      const withheld = openWithheld(pumpType);
      const { onsetTick } = open.drawn;
      stepTo(open, 2100);
      stepTo(withheld, 2100, { [onsetTick]: revealOf(open) });
      expect(withheld.drawn).toEqual(open.drawn);
      expect(withheld.report()).toEqual(open.report());
      expect(withheld.hashHex()).toBe(open.hashHex());
    },
  );

  test("knows nothing of what fails before it is revealed", () => {
    const withheld = openWithheld("roller");
    stepTo(withheld, 400);
    expect(withheld.drawn).toMatchObject({ variant: "", cause: "", faults: [], distractors: [] });
    const { marks, outcome } = withheld.report();
    expect(marks).toEqual([]);
    expect(outcome).toBe("notMet");
  });

  test("comes back from a snapshot on either side of the moment", () => {
    const open = openCase(content, { variant: "a", pumpType: "roller", seed: SEED });
    const withheld = openWithheld("roller");
    const { onsetTick } = open.drawn;
    const entries = { [onsetTick]: revealOf(open) };
    stepTo(withheld, onsetTick - 50, entries);
    const before = { bytes: withheld.snapshot(), hash: withheld.hashHex() };
    stepTo(withheld, 1900, entries);
    const after = { bytes: withheld.snapshot(), hash: withheld.hashHex() };
    withheld.restore(before.bytes);
    expect(withheld.hashHex()).toBe(before.hash);
    expect(withheld.drawn.variant).toBe("");
    stepTo(withheld, 1900, entries);
    expect(withheld.hashHex()).toBe(after.hash);
    const other = openWithheld("roller");
    other.restore(after.bytes);
    expect(other.hashHex()).toBe(after.hash);
    expect(other.drawn.variant).toBe("a");
  });

  test("takes one revelation, and none where nothing was withheld", () => {
    const a = openCase(content, { variant: "a", pumpType: "roller", seed: SEED });
    const d = openCase(content, { variant: "d", pumpType: "roller", seed: SEED });
    const withheld = openWithheld("roller");
    withheld.step([revealOf(a)]);
    withheld.step([revealOf(d)]);
    expect(withheld.drawn.variant).toBe("a");
    a.step([revealOf(d)]);
    expect(a.drawn.variant).toBe("a");
  });

  test("has to say which pump stands there", () => {
    const made = createCase({ ...setupOf(content, { seed: SEED }), withheld: { commitmentHex } });
    expect(made.ok ? [] : made.problems.map(({ code }) => code)).toEqual(["case.withheldPump"]);
  });
});

test("a sentence put in the surgeon's mouth is heard at once and changes nothing else", () => {
  const [quiet, spoken] = [1, 2].map(() => openCase(content, { variant: "a", seed: SEED }));
  stepTo(quiet, 100);
  stepTo(spoken, 99);
  const facts = spoken.step([
    supervisor({ type: "scenario.speak", who: "surgeon", text: "What is going on there?" }),
  ]);
  expect(facts).toContainEqual({
    type: "spoke",
    tick: 99,
    who: "surgeon",
    text: "What is going on there?",
    tone: "ask",
  });
  expect(spoken.hashHex()).toBe(quiet.hashHex());
});

test("a trainee can neither reveal nor speak for others", () => {
  const played = openCase(content, { variant: "a", seed: SEED });
  const action = { type: "scenario.speak", who: "surgeon", text: "Well done" } as const;
  expect(() => played.step([{ actor: "trainee", action }])).toThrow(/cannot send/);
});
