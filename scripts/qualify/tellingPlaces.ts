/** What is drawn must not show before it happens: first screens are compared place by place. */
import type { Tally } from "./tally.ts";

/** Places - scenario, pump and seed - whose first screen differs with what will come. */
export function tellingPlaces(tallies: readonly Tally[]): string[] {
  const screens = new Map<string, string>();
  const telling = new Set<string>();
  for (const { scenario, pumpType, firstScreens } of tallies) {
    for (const [at, screen] of firstScreens.entries()) {
      const place = `${scenario} ${pumpType} seed ${at + 1}`;
      if ((screens.get(place) ?? screen) !== screen) telling.add(place);
      screens.set(place, screen);
    }
  }
  return [...telling];
}
