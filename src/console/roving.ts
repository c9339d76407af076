/**
 * One Tab stop for controls that belong together, arrow keys between them, as the practices of WAI-ARIA
 * ask of a toolbar: Left and Right in order, Up and Down too (by rows where there are columns), Home and
 * End. The stop stays where it was left. A slider keeps the keys that change its value.
 */

const SLIDER_KEYS = new Set(["ArrowUp", "ArrowDown", "Home", "End"]);
const FIELD_KEYS = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);

const canHaveFocus = (item: HTMLElement): boolean => !item.hidden && !item.matches(":disabled");

/** Keys that mean something to the control itself. */
function ownKeys(item: Element | null): ReadonlySet<string> {
  if (!(item instanceof HTMLInputElement)) return new Set();
  if (item.type === "range") return SLIDER_KEYS;
  return item.type === "checkbox" ? new Set() : FIELD_KEYS;
}

export class Roving {
  readonly #items: () => readonly HTMLElement[];
  readonly #columns: number;
  #current: HTMLElement | undefined;
  #currentAt = 0;

  /**
   * @param items the controls in their order, also those that cannot have the focus now
   * @param columns how many stand side by side; 1 for a list or a row
   */
  constructor(container: HTMLElement, items: () => readonly HTMLElement[], columns = 1) {
    this.#items = items;
    this.#columns = columns;
    container.addEventListener("focusin", ({ target }) => {
      if (items().includes(target as HTMLElement)) this.#moveStop(target as HTMLElement);
    });
    container.addEventListener("keydown", (event) => this.#onKey(event));
    this.refresh();
  }

  /** After controls came, went or were disabled: one of those left is the stop, and keeps the focus. */
  refresh(): void {
    const all = this.#items();
    const isGone = this.#current === undefined || !all.includes(this.#current);
    if (!isGone && canHaveFocus(this.#current as HTMLElement)) {
      this.#moveStop(this.#current as HTMLElement);
      return;
    }
    const hadFocus = this.#current !== undefined && document.activeElement === this.#current;
    const from = Math.min(this.#currentAt, all.length);
    const next = all.slice(from).find(canHaveFocus) ?? all.slice(0, from).findLast(canHaveFocus);
    if (!next) return;
    this.#moveStop(next);
    if (hadFocus) next.focus({ preventScroll: true });
  }

  focus(): void {
    this.refresh();
    this.#current?.focus({ preventScroll: true });
  }

  #moveStop(to: HTMLElement): void {
    this.#current = to;
    const all = this.#items();
    this.#currentAt = all.indexOf(to);
    for (const item of all) {
      const tabIndex = item === to ? 0 : -1;
      if (item.tabIndex !== tabIndex) item.tabIndex = tabIndex;
    }
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const stops = this.#items().filter(canHaveFocus);
    const here = stops.indexOf(document.activeElement as HTMLElement);
    if (here < 0 || ownKeys(document.activeElement).has(event.key)) return;
    const next = this.#next(event.key, here, stops.length);
    if (next === undefined) return;
    event.preventDefault();
    stops[next]?.focus();
  }

  #next(key: string, here: number, count: number): number | undefined {
    const along = (step: number) => (here + step + count) % count;
    const row = (step: number) => {
      const to = here + step * this.#columns;
      return to >= 0 && to < count ? to : here;
    };
    const upOrDown = this.#columns === 1 ? along : row;
    if (key === "ArrowRight") return along(1);
    if (key === "ArrowLeft") return along(-1);
    if (key === "ArrowDown") return upOrDown(1);
    if (key === "ArrowUp") return upOrDown(-1);
    if (key === "Home") return 0;
    return key === "End" ? count - 1 : undefined;
  }
}
