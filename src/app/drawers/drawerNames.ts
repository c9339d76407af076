/** The drawers there are, and the words by which the console's rail may ask for one. */
export const DRAWERS = ["team", "checklist", "record", "volume", "help"] as const;
export type DrawerName = (typeof DRAWERS)[number];

export const DRAWER_TITLES: Readonly<Record<DrawerName, string>> = {
  team: "Team talk",
  checklist: "Checklist",
  record: "Record",
  volume: "Volume",
  help: "Help",
};

/** The drawer a rail key stands for, or undefined for one that is not built. */
export function drawerOf(name: string): DrawerName | undefined {
  const word = name.toLowerCase();
  return DRAWERS.find((drawer) => word.startsWith(drawer));
}
