/**
 * F6 goes on to the next region of the page and Shift+F6 back, to where the focus was there last. A region
 * is whatever carries `data-region`; the machine's are landmarks for a screen reader as well.
 */

const STOPS = "a[href], button, input, select, textarea, summary, [tabindex]";

function stopsOf(region: Element): readonly HTMLElement[] {
  return [...region.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => stop.tabIndex >= 0 && !stop.matches(":disabled") && stop.checkVisibility(),
  );
}

export function listenForRegionKeys(): () => void {
  const lastIn = new WeakMap<Element, HTMLElement>();
  const onFocus = ({ target }: FocusEvent) => {
    const region = target instanceof HTMLElement ? target.closest("[data-region]") : null;
    if (region) lastIn.set(region, target as HTMLElement);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const regions = [...document.querySelectorAll("[data-region]")].filter(
      (region) => stopsOf(region).length > 0,
    );
    const here = regions.findIndex((region) => region.contains(document.activeElement));
    const step = event.shiftKey ? -1 : 1;
    const from = here < 0 && step < 0 ? 0 : here;
    const next = regions[(from + step + regions.length) % regions.length];
    if (!next) return;
    const stops = stopsOf(next);
    const last = lastIn.get(next);
    (last && stops.includes(last) ? last : stops[0])?.focus({ preventScroll: true });
  };
  document.addEventListener("focusin", onFocus);
  document.addEventListener("keydown", onKey);
  return () => {
    document.removeEventListener("focusin", onFocus);
    document.removeEventListener("keydown", onKey);
  };
}
