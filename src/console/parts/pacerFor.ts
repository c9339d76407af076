/** A pacer for a knob that sends entries: what is refused is forgotten, so the knob shows the truth. */
import { EntryPacer } from "../entryPacer.ts";
import type { Kit } from "../kit.ts";

export function pacerFor(kit: Kit, prefix: string, send: (value: number) => void): EntryPacer {
  const pacer = new EntryPacer(send);
  kit.stage.onFrame((nowMs) => pacer.advance(nowMs));
  kit.onRefused((action) => {
    if (action.type.startsWith(prefix)) pacer.forget();
  });
  return pacer;
}
