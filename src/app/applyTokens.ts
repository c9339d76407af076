/** Colour and type tokens as CSS variables, so that pages and canvas cannot drift apart. */
import { COLOURS } from "../tokens/colours.ts";
import { FACES } from "../tokens/type.ts";

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export function applyTokens(root: HTMLElement): void {
  for (const [name, colour] of Object.entries(COLOURS)) {
    root.style.setProperty(`--${kebab(name)}`, colour);
  }
  for (const [name, face] of Object.entries(FACES)) root.style.setProperty(`--face-${name}`, face);
}
