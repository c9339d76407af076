/** What the five heads are called, the same on every layout. */
import { HEADS, type Head } from "../../world/contract/ids.ts";
import type { Bay } from "./consoleLayout.ts";

type Naming = Pick<Bay, "head" | "number" | "code" | "name" | "role">;

const NAMED: Readonly<Record<Head, Pick<Bay, "code" | "name" | "role">>> = {
  arterial: { code: "ART", name: "Arterial head", role: "" },
  vent: { code: "VENT", name: "Vent head", role: "LV vent" },
  suck1: { code: "SUCK 1", name: "Suction 1 head", role: "Field" },
  suck2: { code: "SUCK 2", name: "Suction 2 head", role: "Field" },
  cardioplegia: { code: "CPG", name: "Cardioplegia head", role: "Blood 4:1" },
};

export const HEAD_NAMES: readonly Naming[] = HEADS.map((head, index) => ({
  head,
  number: index + 1,
  ...NAMED[head],
}));
