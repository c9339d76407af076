/**
 * Cannulae as data: each by the flow it passed at one pressure drop, which fixes k in dP = k × Q²
 * (docs/model-blood.md BL-30). Noe 1989: bovine blood, haematocrit 40 %, 30 °C; J Extra Corpor Technol
 * 21S:67-75, abstract.
 */
export interface Cannula {
  readonly side: "arterial" | "venous";
  readonly maker: string;
  /** French size; null for a family of several sizes. */
  readonly frenchSize: number | null;
  readonly testFlowLpm: number;
  readonly testDropMmHg: number;
  readonly source: string;
}

/** Blood of Noe's test, at which k holds. */
export const NOE_BLOOD = { hematocritFraction: 0.4, temperatureC: 30 } as const;

const NOE = "Noe 1989 J Extra Corpor Technol 21S:67-75";
const AORTIC_2004 = "Quantitative haemodynamic evaluation of aortic cannulas, Perfusion 2004";
const noe = (
  side: Cannula["side"],
  maker: string,
  frenchSize: number,
  testFlowLpm: number,
): Cannula => ({
  side,
  maker,
  frenchSize,
  testFlowLpm,
  testDropMmHg: side === "arterial" ? 200 : 300,
  source: NOE,
});

export const CANNULAE: readonly Cannula[] = [
  noe("arterial", "biomedicus", 16, 3.5),
  noe("arterial", "canyon", 20, 4),
  noe("arterial", "biomedicus", 19, 5),
  noe("arterial", "bard", 17, 6),
  noe("arterial", "cook", 17, 6),
  noe("arterial", "bard", 20, 6),
  noe("arterial", "cook", 20, 6),
  noe("venous", "biomedicus", 18, 3),
  noe("venous", "canyon", 20, 4),
  noe("venous", "bard", 18, 4.5),
  noe("venous", "bard", 20, 6.5),
  noe("venous", "dlp", 21, 6.5),
  {
    side: "arterial",
    maker: "dispersive",
    frenchSize: null,
    testFlowLpm: 5,
    testDropMmHg: 21.5, // middle of 18 to 25
    source: AORTIC_2004,
  },
  {
    side: "arterial",
    maker: "conventional",
    frenchSize: null,
    testFlowLpm: 5,
    testDropMmHg: 58.5, // middle of 25 to 92 in six products
    source: AORTIC_2004,
  },
];
