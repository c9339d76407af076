/** What the help sheet says about keys: the one list, in the order a person needs them. */

export interface KeyRow {
  readonly keys: string;
  readonly does: string;
}

export interface KeySection {
  readonly title: string;
  readonly rows: readonly KeyRow[];
}

const row = (keys: string, does: string): KeyRow => ({ keys, does });

export const KEY_SHEET: readonly KeySection[] = [
  {
    title: "In an emergency",
    rows: [
      row("F1 to F5", "STOP, head by head from the left"),
      row("A", "clamp or unclamp the arterial line"),
      row("V", "clamp or unclamp the venous line"),
      row("T", "team talk"),
      row("M", "pause the alarm sound, or end the pause"),
      row("O", "power of the head in focus, off or on"),
      row("C", "cover of the head in focus"),
      row("K", "fetch the crank, then put it on the head in focus"),
      row("J, L in turn", "half a turn of the crank each; Shift reverses"),
    ],
  },
  {
    title: "Getting about",
    rows: [
      row("1 to 5", "go to that head"),
      row("F6, Shift+F6", "next region, region before: alarms, heads, circuit, panels, drawers"),
      row("Tab", "next group of controls; its name is read out"),
      row("Arrows, Home, End", "from control to control in a group"),
      row("Esc", "close the drawer or window; the focus goes back"),
      row("?", "this sheet"),
    ],
  },
  {
    title: "Working a control",
    rows: [
      row("Enter or Space", "press it; a line's clamp, a key, a menu"),
      row("Up, Down", "turn the knob in focus by a step; Page up, Page down by ten"),
      row("Enter, digits, Enter", "type a value for the knob in focus"),
      row("Left, Right", "on from the knob to its neighbour"),
    ],
  },
];
