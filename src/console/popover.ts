/**
 * The one small window of the console: menus, steppers, the alarm list. One at a time, beside what
 * opened it, closed by Escape, by a second tap or by a tap elsewhere; focus goes in and comes back.
 */
import type { ConsoleLayout } from "./layout/consoleLayout.ts";
import type { Point } from "./layout/placement.ts";
import type { Overlay } from "./overlay.ts";

export interface PopoverSpec {
  readonly name: string;
  readonly at: Point;
  readonly opener: HTMLElement | null;
  readonly build: (body: HTMLElement, close: () => void) => void;
  readonly width?: number;
}

const GAP_PX = 10;

export class Popover {
  readonly #overlay: Overlay;
  readonly #layout: ConsoleLayout;
  #open: { element: HTMLElement; opener: HTMLElement | null; name: string } | undefined;
  readonly #outside: (event: PointerEvent) => void;

  constructor(overlay: Overlay, layout: ConsoleLayout) {
    this.#overlay = overlay;
    this.#layout = layout;
    this.#outside = (event) => {
      const { target } = event;
      if (!this.#open || !(target instanceof Node) || this.#open.element.contains(target)) return;
      const onOpener = this.#open.opener?.contains(target) ?? false;
      if (!onOpener) this.close(false);
    };
    document.addEventListener("pointerdown", this.#outside, true);
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  open(spec: PopoverSpec): void {
    const again = this.#open?.opener === spec.opener && this.#open?.name === spec.name;
    this.close(false);
    if (again) {
      spec.opener?.focus();
      return;
    }
    const element = document.createElement("div");
    element.className = "console-popover";
    element.setAttribute("role", "dialog");
    element.setAttribute("aria-label", spec.name);
    element.dataset["region"] = spec.name;
    element.style.width = `${spec.width ?? 230}px`;
    const { windowBottomY, regions } = this.#layout;
    element.style.maxHeight = `${windowBottomY - regions.topBand.h - 12}px`;
    const title = document.createElement("h2");
    title.textContent = spec.name;
    element.append(title);
    spec.build(element, () => this.close());
    element.addEventListener("keydown", (event) => this.#keys(event, element));
    this.#overlay.element.append(element);
    this.#open = { element, opener: spec.opener, name: spec.name };
    this.#stand(element, spec.at);
    const first = element.querySelector<HTMLElement>("input, button");
    // A stepper is opened to type a value: the field, its old value selected, comes first.
    const field = first?.closest(".stepper")?.querySelector("input");
    (field ?? first)?.focus({ preventScroll: true });
    field?.select();
  }

  #stand(element: HTMLElement, at: Point): void {
    const { offsetWidth: w, offsetHeight: h } = element;
    const { windowBottomY, windowRightX, regions } = this.#layout;
    // What opens from the right column stands to the left of it; displays and STOP are never covered.
    const right = at.x < windowRightX && at.x + GAP_PX + w <= regions.stage.w - 8;
    const x = right ? at.x + GAP_PX : at.x - GAP_PX - w;
    const y = Math.min(windowBottomY - h, Math.max(regions.field.y, at.y - h / 2));
    element.style.left = `${Math.max(8, x)}px`;
    element.style.top = `${Math.max(8, y)}px`;
  }

  #keys(event: KeyboardEvent, element: HTMLElement): void {
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const end = { Home: 0, End: -1 }[event.key];
    const inField = event.target instanceof HTMLInputElement;
    if (event.key !== "Tab" && (inField || (step === undefined && end === undefined))) return;
    const stops = [...element.querySelectorAll<HTMLElement>("input, button:not([disabled])")];
    if (end !== undefined) {
      event.preventDefault();
      stops.at(end)?.focus();
      return;
    }
    const here = stops.indexOf(document.activeElement as HTMLElement);
    const move = step ?? (event.shiftKey ? -1 : 1);
    event.preventDefault();
    stops[(here + move + stops.length) % stops.length]?.focus();
  }

  close(giveFocusBack = true): void {
    if (!this.#open) return;
    const { element, opener } = this.#open;
    this.#open = undefined;
    element.remove();
    if (giveFocusBack) opener?.focus({ preventScroll: true });
  }

  destroy(): void {
    document.removeEventListener("pointerdown", this.#outside, true);
    this.close(false);
  }
}
