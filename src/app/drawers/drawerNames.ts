/** The drawers there are; the console's rail has a key for each. */
export const DRAWERS = [
  "drugs",
  "samples",
  "team",
  "checklist",
  "record",
  "store",
  "machine",
  "help",
] as const;
export type DrawerName = (typeof DRAWERS)[number];

export const DRAWER_TITLES: Readonly<Record<DrawerName, string>> = {
  drugs: "Drugs and fluids",
  samples: "Samples",
  team: "Team talk",
  checklist: "Checklist",
  record: "Record",
  store: "Store room and oxygenator",
  machine: "Machine",
  help: "Help",
};
