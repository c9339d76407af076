/** The small decisions of the app: renderer, stage size, address, figures of the debrief. */
import { describe, expect, test } from "vitest";
import { choosePicturesPerS, chooseRenderer } from "../../../src/app/case/rendererChoice.ts";
import { fitStage } from "../../../src/app/case/useStageFit.ts";
import { clockText, tickText } from "../../../src/app/clockText.ts";
import { pinS, rowsOf } from "../../../src/app/debrief/debriefData.ts";
import { parseSeed, wishFromAddress } from "../../../src/app/landing/wishFromAddress.ts";
import type { MarkResult, Report } from "../../../src/scoring/report.ts";

describe("renderer", () => {
  const on = (name: string | undefined) => chooseRenderer("", () => name);
  test("is canvas where graphics are software or missing", () => {
    expect(on("ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device), SwiftShader driver)")).toBe(
      "canvas",
    );
    expect(on("llvmpipe, or similar")).toBe("canvas");
    expect(on("Microsoft Basic Render Driver")).toBe("canvas");
    expect(on(undefined)).toBe("canvas");
  });
  test("is WebGL on a graphics processor", () => {
    expect(on("ANGLE (Intel, Mesa Intel(R) UHD Graphics 620)")).toBe("webgl");
  });
  test("follows the address", () => {
    expect(chooseRenderer("?renderer=webgl", () => undefined)).toBe("webgl");
    expect(chooseRenderer("?renderer=paper", () => "Apple GPU")).toBe("webgl");
  });
  test("draws as often as the display does, or as the address says within reason", () => {
    expect(["", "?pictures=", "?pictures=3", "?pictures=many"].map(choosePicturesPerS)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(choosePicturesPerS("?renderer=canvas&pictures=15")).toBe(15);
  });
});

describe("stage", () => {
  test("fits the window as one", () => {
    expect(fitStage(1440, 900)).toMatchObject({ scale: 1, isTooSmall: false });
    expect(fitStage(2880, 1000).scale).toBeCloseTo(1000 / 900);
  });
  test("asks phones and upright tablets for another screen", () => {
    expect(fitStage(390, 844).isTooSmall).toBe(true);
    expect(fitStage(844, 390).isTooSmall).toBe(true);
    expect(fitStage(768, 1024).isTooSmall).toBe(true);
    expect(fitStage(1024, 768).isTooSmall).toBe(false);
  });
});

describe("address", () => {
  test("takes what is a choice and leaves the rest", () => {
    expect(wishFromAddress("?scenario=a1&variant=h&seed=7&mode=exam")).toEqual({
      scenario: "a1",
      variant: "h",
      seed: 7,
      mode: "exam",
    });
    expect(wishFromAddress("?mode=drill")).toEqual({ mode: "drill" });
    expect(wishFromAddress("?seed=-1&mode=test&variant=")).toEqual({});
  });
  test.each(["", "seven", "1.5", "-1", "4294967296", "1e3", "99999999999"])(
    "%j is no seed",
    (text) => {
      expect(parseSeed(text)).toBeUndefined();
    },
  );
  test("the largest seed is one", () => expect(parseSeed(" 4294967295 ")).toBe(4294967295));
});

describe("times", () => {
  test("are minutes and seconds, with a true minus", () => {
    expect([0, 4.4, 61, 600, -5, -0.2].map(clockText)).toEqual(
      ["0:00", "0:04", "1:01", "10:00", "−5", "0:00"].map((text) =>
        text === "−5" ? "−0:05" : text,
      ),
    );
    expect(tickText(3049)).toBe("1:00");
  });
});

describe("debrief rows", () => {
  const mark = (id: string, doneAtS: number | null, evidenceTick?: number): MarkResult => ({
    id,
    class: "must",
    critical: false,
    title: id,
    why: "",
    state: doneAtS === null ? "notDone" : "inTime",
    doneAtS,
    targetS: 10,
    failS: 20,
    points: 0,
    pointsMax: 3,
    evidence: evidenceTick === undefined ? [] : [{ tick: evidenceTick, sentence: "" }],
  });
  const report = {
    onsetTick: 500,
    marks: [mark("late", 40), mark("never", null), mark("own clock", 3, 6500), mark("first", 4)],
  } as unknown as Report;

  test("stand in the order of the acts, undone ones last", () => {
    expect(rowsOf(report).map((row) => [row.mark.id, row.pin])).toEqual([
      ["first", 1],
      ["late", 2],
      ["own clock", 3],
      ["never", undefined],
    ]);
  });
  test("a mark with a clock of its own is pinned where it was completed", () => {
    expect(pinS(report.marks[2], report)).toBe(120);
  });
});
