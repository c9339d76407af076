/** Makes the keys in an element one Tab stop with arrow keys between them; see console/roving.ts. */
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Roving } from "../../console/roving.ts";

/** @param columns how many keys stand side by side, where Up and Down go by rows */
export function useRoving<T extends HTMLElement>(columns = 1): RefObject<T | null> {
  const box = useRef<T>(null);
  const roving = useRef<Roving>(undefined);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    roving.current = new Roving(element, () => [...element.querySelectorAll("button")], columns);
  }, []);
  useLayoutEffect(() => roving.current?.refresh());
  return box;
}
