/** The menu of a head: everything a hand can do to it that has no key of its own. */
import { type Inspectable, ROTATIONS, TUBES } from "../../world/contract/ids.ts";
import { headFacts, TUBE_ML_PER_REV, TUBE_WORD } from "../headFacts.ts";
import type { Kit } from "../kit.ts";
import type { Bay } from "../layout/consoleLayout.ts";
import { choices, heading, row, rowGrid, stepper } from "../menuItems.ts";
import { arterialCarrier } from "./circuit.ts";
import { lookName } from "./vessels.ts";

const ROTATION_WORD = { counterClockwise: "Counter-cl.", clockwise: "Clockwise" } as const;
const ARTERIAL_LOOKS: readonly Inspectable[] = [
  "headMessage",
  "rotor",
  "cover",
  "boot",
  "directionAndTube",
  "occlusion",
];

export function openHeadMenu(kit: Kit, bay: Bay, opener: HTMLElement | null): void {
  kit.popover.open({
    name: bay.name,
    at: { x: bay.hub.x + 62 * kit.layout.head.scale, y: bay.hub.y - 60 },
    opener,
    width: 400,
    build: (body, close) => {
      const itemIn = (grid: HTMLElement) => (label: string, act: () => void, note?: string) =>
        row(grid, { label, ...(note ? { note } : {}), act: () => (act(), close()) });
      const item = itemIn(rowGrid(body));
      driveItems(kit, bay, item);
      handItems(kit, bay, item);
      settings(kit, bay, body, close);
      const offered = looksAt(kit, bay);
      if (offered.length === 0) return;
      heading(body, "Look");
      const look = itemIn(rowGrid(body));
      for (const what of offered) {
        look(lookName(what).replace("Look at ", "At "), () => kit.act({ type: "inspect", what }));
      }
    },
  });
}

type Item = (label: string, act: () => void, note?: string) => void;

function driveItems({ act, readings }: Kit, { head }: Bay, item: Item): void {
  const facts = headFacts(readings, head);
  item(facts.switchedOn ? "Switch off" : "Switch on", () =>
    act({ type: "pump.setPower", head, on: !facts.switchedOn }),
  );
  if (facts.coverOpen) item("Close the cover", () => act({ type: "pump.closeCover", head }));
  else item("Open the cover", () => act({ type: "pump.openCover", head }));
  if (facts.message)
    item("Reset the message", () => act({ type: "pump.reset", head }), facts.message);
  item("Clear what blocks it", () => act({ type: "pump.clearJam", head }));
  item("Exchange the module", () => act({ type: "pump.exchangeModule", head }));
}

function handItems(kit: Kit, { head }: Bay, item: Item): void {
  const { act, readings } = kit;
  const place = readings.word("crank.place");
  const facts = headFacts(readings, head);
  if (place === "inHand") item("Fit the crank here", () => act({ type: "crank.fit", head }));
  if (facts.crankFitted) item("Take the crank off", () => act({ type: "crank.remove" }));
  const carrier = arterialCarrier(kit);
  if (
    carrier !== head &&
    facts.type === "roller" &&
    readings.word(`pump.${carrier}.carries`) === "arterialBoot"
  ) {
    item("Move arterial boot here", () => act({ type: "boot.move", from: carrier, to: head }));
  }
  if (readings.word("safety.linkedHead") !== head) {
    item("Link safety here", () => act({ type: "safety.link", head }));
  }
}

function settings(
  { act, readings }: Kit,
  { head }: Bay,
  body: HTMLElement,
  close: () => void,
): void {
  const facts = headFacts(readings, head);
  if (facts.type === "centrifugal") return;
  choices(
    body,
    "Direction",
    ROTATIONS.map((rotation) => ({
      label: ROTATION_WORD[rotation],
      current: facts.rotation === rotation,
      act: () => (act({ type: "pump.setDirection", head, rotation }), close()),
    })),
  );
  choices(
    body,
    "Tube the display counts with",
    TUBES.map((tube) => ({
      label: `${TUBE_WORD[tube]} · ${TUBE_ML_PER_REV[tube]}`,
      current: facts.tube === tube,
      act: () => (act({ type: "pump.setTube", head, tube }), close()),
    })),
  );
  heading(body, "Occlusion, 100 = just occlusive");
  stepper(body, {
    name: "Occlusion",
    unit: "%",
    min: 50,
    max: 110,
    step: 1,
    decimals: 0,
    value: () => readings.number(`pump.${head}.occlusionFraction`) * 100,
    set: (percent) => act({ type: "pump.setOcclusion", head, occlusionFraction: percent / 100 }),
  });
}

function looksAt(kit: Kit, { head }: Bay): readonly Inspectable[] {
  if (head === "arterial" || arterialCarrier(kit) === head) return ARTERIAL_LOOKS;
  if (head === "vent") return ["ventTip"];
  return head === "cardioplegia" ? ["cardioplegiaHead"] : [];
}
