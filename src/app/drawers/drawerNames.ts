/** The drawers there are; the console's rail has a key for each. */
export const DRAWERS = ["team", "checklist", "record", "volume", "store", "help"] as const;
export type DrawerName = (typeof DRAWERS)[number];

export const DRAWER_TITLES: Readonly<Record<DrawerName, string>> = {
  team: "Team talk",
  checklist: "Checklist",
  record: "Record",
  volume: "Volume",
  store: "Store room and oxygenator",
  help: "Help",
};
