/**
 * Sentences that answer an act: why it was refused, what a look has shown, what was finished. They
 * stand beside the thing for a few seconds and are read out through one status region.
 */
import type { StageRegions } from "../tokens/regions.ts";
import type { Point } from "./layout/placement.ts";
import type { Overlay } from "./overlay.ts";

export type NoticeKind = "refused" | "seen" | "done";
const SHOWN_MS: Readonly<Record<NoticeKind, number>> = { refused: 4000, seen: 5000, done: 4000 };
const SHOWN_MAX = 4;

interface ShownNotice {
  readonly element: HTMLElement;
  readonly at: Point;
  timer: number;
}

export class Notices {
  readonly #overlay: Overlay;
  readonly #regions: StageRegions;
  readonly #status: HTMLElement;
  readonly #shown: ShownNotice[] = [];

  constructor(overlay: Overlay, regions: StageRegions) {
    this.#overlay = overlay;
    this.#regions = regions;
    this.#status = document.createElement("div");
    this.#status.className = "unseen";
    this.#status.setAttribute("role", "status");
    this.#status.setAttribute("aria-label", "Console messages");
    overlay.element.append(this.#status);
  }

  say(kind: NoticeKind, at: Point, sentence: string): void {
    this.#status.textContent = sentence;
    const same = this.#shown.find((notice) => notice.at.x === at.x && notice.at.y === at.y);
    if (same) this.#drop(same);
    for (const oldest of this.#shown.slice(0, Math.max(0, this.#shown.length - SHOWN_MAX + 1)))
      this.#drop(oldest);
    const element = document.createElement("p");
    element.className = `console-notice ${kind}`;
    element.textContent = sentence;
    this.#overlay.element.append(element);
    const { offsetWidth: w, offsetHeight: h } = element;
    const { stage, field } = this.#regions;
    const x = Math.min(stage.w - 8 - w, Math.max(field.x, at.x - w / 2));
    const above = at.y - h - 26;
    const y = Math.max(field.y, above < field.y ? at.y + 26 : above);
    element.style.left = `${x}px`;
    element.style.top = `${Math.min(stage.h - 8 - h, y)}px`;
    const notice: ShownNotice = { element, at, timer: 0 };
    notice.timer = window.setTimeout(() => this.#drop(notice), SHOWN_MS[kind]);
    this.#shown.push(notice);
  }

  #drop(notice: ShownNotice): void {
    window.clearTimeout(notice.timer);
    notice.element.remove();
    const at = this.#shown.findIndex((shown) => shown.element === notice.element);
    if (at >= 0) this.#shown.splice(at, 1);
  }

  destroy(): void {
    for (const notice of this.#shown.slice()) this.#drop(notice);
  }
}
