/**
 * The plumbing of patient and circuit: nodes that hold blood, each a row of cells that blood passes
 * in turn, and edges that join them (docs/model.md section 3). Order here is the order of the state.
 */
import type { Closure } from "./contract/ids.ts";

/** Nodes whose pressure is solved for, sorted by name. */
export const SOLVED_NODES = [
  "aorta",
  "aorticRoot",
  "arterialLine",
  "arterialTable",
  "cardioplegiaLine",
  "cava",
  "filter",
  "leftAtrium",
  "leftVentricle",
  "neckArteries",
  "oxygenator",
  "premembrane",
  "pulmonaryArtery",
  "pumpInlet",
  "rightVentricle",
  "superiorCava",
  "veins",
  "venousLine",
] as const;
/** Nodes open to the room, whose pressure is known from their level. */
const OPEN_NODES = ["field", "reservoir"] as const;
export const NODES = [...SOLVED_NODES, ...OPEN_NODES] as const;
export type Node = (typeof NODES)[number];
export const SOLVED_COUNT = SOLVED_NODES.length;
export const nodeIndex = (node: Node): number => NODES.indexOf(node);

/** How many equal cells each node is carried in; a line of n cells is plug flow with a little mixing. */
const CELLS_PER_NODE: Readonly<Record<Node, number>> = {
  aorta: 2,
  aorticRoot: 1,
  arterialLine: 6,
  arterialTable: 3,
  cardioplegiaLine: 2,
  cava: 1,
  filter: 2,
  leftAtrium: 1,
  leftVentricle: 1,
  neckArteries: 1,
  oxygenator: 4,
  premembrane: 2,
  pulmonaryArtery: 1,
  pumpInlet: 2,
  rightVentricle: 1,
  superiorCava: 1,
  veins: 2,
  venousLine: 8,
  field: 1,
  reservoir: 1,
};

/** Capillary beds: rigid cells that an edge between two nodes passes through. */
export const BEDS = [
  "brainLeft",
  "brainRight",
  "coronary",
  "kidney",
  "lungs",
  "muscle",
  "viscera",
] as const;
export type Bed = (typeof BEDS)[number];

/** First cell of each node; beds' cells follow the nodes'. */
export const firstCell: Readonly<Record<Node | Bed, number>> = (() => {
  let next = 0;
  const first: Partial<Record<Node | Bed, number>> = {};
  for (const node of NODES) {
    first[node] = next;
    next += CELLS_PER_NODE[node];
  }
  for (const bed of BEDS) {
    first[bed] = next;
    next += 1;
  }
  // Copied in one piece, so that a name is a constant in V8 and not a search in a hash table.
  return { ...(first as Record<Node | Bed, number>) };
})();
export const CELL_COUNT = firstCell.viscera + 1;
export const cellCount = (node: Node): number => CELLS_PER_NODE[node];
export const lastCell = (node: Node): number => firstCell[node] + CELLS_PER_NODE[node] - 1;
/** All cells of some nodes, for those who go through them often: looked up once. */
export const cellsOf = (nodes: readonly Node[]): Int32Array =>
  Int32Array.from(
    nodes.flatMap((node) => Array.from({ length: cellCount(node) }, (_, i) => firstCell[node] + i)),
  );

export const OXYGENATOR_CELLS = CELLS_PER_NODE.oxygenator;
export const firstOxygenatorCell = firstCell.oxygenator;
/** The venous sensor sits where the line nears the reservoir. */
export const venousSensorCell = lastCell("venousLine");
/** The bridge meets the venous line near the table. */
const bridgeVenousCell = firstCell.venousLine + 2;

export interface Edge {
  readonly id: string;
  readonly from: Node;
  readonly to: Node;
  readonly fromCell: number;
  readonly toCell: number;
  /** The bed this edge passes through, when it is one. */
  readonly bed: Bed | null;
  /** Clamps and snares that can close it. */
  readonly clamps: readonly Closure[];
}

const edge = (
  id: string,
  from: Node,
  to: Node,
  clamps: readonly Closure[],
  more: Partial<Edge> = {},
): Edge => ({
  id,
  from,
  to,
  fromCell: lastCell(from),
  toCell: firstCell[to],
  bed: null,
  clamps,
  ...more,
});

/** Every way blood can move, sorted by name. Positive flow is from `from` to `to`. */
export const EDGES = [
  edge("aorticValve", "leftVentricle", "aorticRoot", []),
  edge("arterialCannula", "arterialTable", "aorta", ["arterialTable"]),
  edge("arterialClamp", "arterialLine", "arterialTable", ["arterial"]),
  edge("ascendingAorta", "aorticRoot", "aorta", ["aortic"]),
  edge("bleeding", "aorta", "field", []),
  edge("boot", "pumpInlet", "premembrane", ["pumpOutlet"]),
  edge("brainLeft", "neckArteries", "superiorCava", [], { bed: "brainLeft" }),
  edge("brainRight", "neckArteries", "superiorCava", [], { bed: "brainRight" }),
  edge("bridge", "arterialTable", "venousLine", ["bridge"], { toCell: bridgeVenousCell }),
  edge("bronchial", "aorta", "leftAtrium", []),
  edge("cardioplegiaAntegrade", "cardioplegiaLine", "aorticRoot", ["cardioplegia", "antegrade"]),
  edge("cardioplegiaDraw", "filter", "cardioplegiaLine", []),
  edge("cardioplegiaRetrograde", "cardioplegiaLine", "aorticRoot", ["cardioplegia", "retrograde"], {
    bed: "coronary",
  }),
  edge("coronary", "aorticRoot", "cava", [], { bed: "coronary" }),
  edge("falseLumen", "arterialTable", "veins", ["arterialTable"], { bed: "muscle" }),
  edge("filterOutlet", "filter", "arterialLine", []),
  edge("kidney", "aorta", "veins", [], { bed: "kidney" }),
  edge("membrane", "oxygenator", "filter", ["oxygenatorOutlet"]),
  edge("mitralValve", "leftAtrium", "leftVentricle", []),
  edge("muscle", "aorta", "veins", [], { bed: "muscle" }),
  edge("neck", "aorta", "neckArteries", ["neckArteries"]),
  edge("openArch", "neckArteries", "field", ["openArch"]),
  edge("oxygenatorInlet", "premembrane", "oxygenator", ["oxygenatorInlet"]),
  edge("pulmonary", "pulmonaryArtery", "leftAtrium", [], { bed: "lungs" }),
  edge("pulmonaryValve", "rightVentricle", "pulmonaryArtery", []),
  edge("purge", "filter", "reservoir", ["purge"]),
  edge("recirculation", "filter", "reservoir", ["recirculation"]),
  edge("reservoirOutlet", "reservoir", "pumpInlet", ["reservoirOutlet"]),
  edge("retrogradeCerebral", "arterialTable", "superiorCava", ["retrogradeCerebral"]),
  edge("rootVent", "aorticRoot", "field", ["rootVent"]),
  edge("selectivePerfusion", "arterialTable", "neckArteries", ["selectivePerfusion"]),
  edge("suck1", "field", "reservoir", ["suck1"]),
  edge("suck2", "field", "reservoir", ["suck2"]),
  // A snare leaves the azygos way: how much is the vessels' law (C-20).
  edge("superiorCava", "superiorCava", "cava", []),
  edge("tricuspidValve", "cava", "rightVentricle", []),
  edge("veinsToCava", "veins", "cava", []),
  edge("venousCannula", "cava", "venousLine", ["venousTable"]),
  edge("venousReturn", "venousLine", "reservoir", ["venous"]),
  edge("vent", "leftVentricle", "reservoir", ["vent"]),
  edge("viscera", "aorta", "veins", [], { bed: "viscera" }),
  edge("wallLeak", "arterialTable", "field", ["arterialTable"]),
] as const;
export type EdgeId =
  | "aorticValve"
  | "arterialCannula"
  | "arterialClamp"
  | "ascendingAorta"
  | "bleeding"
  | "boot"
  | "brainLeft"
  | "brainRight"
  | "bridge"
  | "bronchial"
  | "cardioplegiaAntegrade"
  | "cardioplegiaDraw"
  | "cardioplegiaRetrograde"
  | "coronary"
  | "falseLumen"
  | "filterOutlet"
  | "kidney"
  | "membrane"
  | "mitralValve"
  | "muscle"
  | "neck"
  | "openArch"
  | "oxygenatorInlet"
  | "pulmonary"
  | "pulmonaryValve"
  | "purge"
  | "recirculation"
  | "reservoirOutlet"
  | "retrogradeCerebral"
  | "rootVent"
  | "selectivePerfusion"
  | "suck1"
  | "suck2"
  | "superiorCava"
  | "tricuspidValve"
  | "veinsToCava"
  | "venousCannula"
  | "venousReturn"
  | "vent"
  | "viscera"
  | "wallLeak";
export const EDGE_COUNT = EDGES.length;
export const edgeIndex = (id: EdgeId): number =>
  EDGES.findIndex((candidate) => candidate.id === id);

/**
 * What every cell carries besides its volume (T-11). Amounts, never concentrations: amounts are conserved.
 * Plasma's ions, protein, glucose and free haemoglobin travel with the blood; drugs and heparin live in
 * a few well-mixed pools of the body instead, because nobody can see where along a line they are.
 */
const SPECIES = [
  "o2Ml",
  "co2Ml",
  "redCellMl",
  "heatKj",
  "gasMl",
  "sodiumMmol",
  "potassiumMmol",
  "calciumMmol",
  "magnesiumMmol",
  "chlorideMmol",
  "lactateMmol",
  "otherAnionsMeq",
  "albuminG",
  "glucoseMmol",
  "freeHemoglobinG",
] as const;
export const SPECIES_COUNT = SPECIES.length;
export const O2 = 0;
export const CO2 = 1;
export const RED = 2;
export const HEAT = 3;
export const GAS = 4;
export const SODIUM = 5;
export const POTASSIUM = 6;
/** Ionised calcium and magnesium. */
export const CALCIUM = 7;
export const MAGNESIUM = 8;
export const CHLORIDE = 9;
export const LACTATE = 10;
/** Sulphate, phosphate, urate and what else is not measured. */
export const OTHER_ANIONS = 11;
export const ALBUMIN = 12;
export const GLUCOSE = 13;
export const FREE_HEMOGLOBIN = 14;
/** Dissolved in plasma, not in cells: species from here on. */
export const FIRST_PLASMA_SPECIES = 5;
export const PLASMA_SPECIES = SPECIES.slice(FIRST_PLASMA_SPECIES);
/** Index of a cell's amount of a species in the amounts array. */
export const amountIndex = (species: number, cell: number): number => species * CELL_COUNT + cell;
