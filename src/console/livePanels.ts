/**
 * Which panel stands. In the wide layout all do, always; in the compact one a key opens one at a time
 * over the field, and Escape, the key again or a press elsewhere closes it.
 */
import type { ConsoleLayout, LivePanel } from "./layout/consoleLayout.ts";

export class LivePanels {
  readonly #alwaysStand: boolean;
  readonly #outside: (event: PointerEvent) => void;
  readonly #listeners: (() => void)[] = [];
  #open: LivePanel | undefined;
  #opener: HTMLElement | undefined;

  constructor(layout: ConsoleLayout) {
    this.#alwaysStand = layout.panelKeys === undefined;
    this.#outside = ({ target }) => {
      if (!this.#open || !(target instanceof Element)) return;
      const isOurs = target.closest("[data-panel], .console-popover") !== null;
      if (!isOurs && !this.#opener?.contains(target)) this.close(false);
    };
    document.addEventListener("pointerdown", this.#outside, true);
  }

  stands(panel: LivePanel): boolean {
    return this.#alwaysStand || this.#open === panel;
  }

  /** Told when another panel stands than before. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  toggle(panel: LivePanel, opener: HTMLElement): void {
    const isSame = this.#open === panel;
    this.#open = isSame ? undefined : panel;
    this.#opener = opener;
    this.#tell();
  }

  close(giveFocusBack = true): void {
    if (this.#open === undefined) return;
    this.#open = undefined;
    this.#tell();
    if (giveFocusBack) this.#opener?.focus({ preventScroll: true });
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  destroy(): void {
    document.removeEventListener("pointerdown", this.#outside, true);
  }
}
