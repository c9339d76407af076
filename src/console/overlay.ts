/**
 * The DOM over the canvas: one transparent native control for every thing that can be operated, at
 * the same place. It takes the pointer, the keys and the reading voice; the canvas only shows.
 */

import { COLOURS } from "../tokens/colours.ts";
import type { Region } from "../tokens/regions.ts";
import { watchDial } from "./dialDrag.ts";
import { Roving } from "./roving.ts";

/** A click follows its pointer within this time. */
const CLICK_WAIT_MS = 350;

export type TwinState = "" | "hover" | "down";

export interface Twin {
  readonly element: HTMLElement;
  /** What the canvas should show of the pointer: nothing, hover or pressed. */
  state(): TwinState;
}

export interface ButtonSpec {
  readonly region: Region;
  readonly group: HTMLElement;
  readonly name: () => string;
  /** Acts on release, so that a slip can slide off. */
  readonly press?: (opener: HTMLElement) => void;
  /** Acts as soon as the pointer is down: STOP and clamps. */
  readonly down?: () => void;
  readonly shown?: () => boolean;
  readonly opensMenu?: boolean;
  readonly round?: boolean;
}

export interface DialSpec {
  readonly region: Region;
  readonly group: HTMLElement;
  readonly name: () => string;
  readonly shown?: () => boolean;
  readonly range: () => { readonly min: number; readonly max: number; readonly step: number };
  readonly value: () => number;
  readonly valueText: () => string;
  readonly set: (value: number) => void;
  readonly tap: (opener: HTMLElement) => void;
  /** Design pixels of travel for the whole range. */
  readonly travelPx?: number;
}

export class Overlay {
  readonly element: HTMLElement;
  readonly #syncs: (() => void)[] = [];
  /** The controls of each toolbar, and the stop that moves among them. */
  readonly #toolbars = new Map<HTMLElement, { items: HTMLElement[]; roving: Roving }>();
  #region: HTMLElement;
  #scale = 1;

  constructor(parent: HTMLElement, stage: Region) {
    this.element = document.createElement("div");
    this.element.className = "console-twins";
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", "Heart-lung machine");
    this.element.style.width = `${stage.w}px`;
    this.element.style.height = `${stage.h}px`;
    for (const [token, value] of Object.entries(COLOURS)) {
      this.element.style.setProperty(`--${token}`, value);
    }
    this.#region = this.element;
    parent.append(this.element);
  }

  /** CSS pixels per design pixel. */
  get scale(): number {
    return this.#scale;
  }

  resize(scale: number): void {
    this.#scale = scale;
    this.element.style.transform = `scale(${scale})`;
  }

  /** A pointer's place in design pixels. */
  designPoint(event: { readonly clientX: number; readonly clientY: number }): {
    x: number;
    y: number;
  } {
    const frame = this.element.getBoundingClientRect();
    return {
      x: (event.clientX - frame.left) / this.#scale,
      y: (event.clientY - frame.top) / this.#scale,
    };
  }

  /** Bring names, values and visibility of the twins up to date. */
  sync(): void {
    for (const sync of this.#syncs) sync();
    for (const { roving } of this.#toolbars.values()) roving.refresh();
  }

  onSync(sync: () => void): void {
    this.#syncs.push(sync);
  }

  /** Begins a landmark: toolbars made from here on stand in it, and F6 goes from one to the next. */
  region(name: string): void {
    this.#region = document.createElement("div");
    this.#region.setAttribute("role", "region");
    this.#region.setAttribute("aria-label", name);
    this.#region.dataset["region"] = name;
    this.element.append(this.#region);
  }

  /** A toolbar: one Tab stop, arrow keys within. */
  group(name: string): HTMLElement {
    const group = document.createElement("div");
    group.setAttribute("role", "toolbar");
    group.setAttribute("aria-label", name);
    this.#region.append(group);
    const items: HTMLElement[] = [];
    this.#toolbars.set(group, { items, roving: new Roving(group, () => items) });
    return group;
  }

  /** Puts the focus on the control of a toolbar that had it last. */
  focusIn(group: HTMLElement): void {
    this.#toolbars.get(group)?.roving.focus();
  }

  #add(group: HTMLElement, control: HTMLElement): void {
    group.append(control);
    this.#toolbars.get(group)?.items.push(control);
  }

  place(element: HTMLElement, { x, y, w, h }: Region): void {
    Object.assign(element.style, {
      left: `${x}px`,
      top: `${y}px`,
      width: `${w}px`,
      height: `${h}px`,
    });
  }

  button(spec: ButtonSpec): Twin {
    const element = document.createElement("button");
    element.type = "button";
    element.className = spec.round ? "twin round" : "twin";
    this.place(element, spec.region);
    if (spec.opensMenu) element.setAttribute("aria-haspopup", "dialog");
    let actedOnDown = false;
    element.addEventListener("pointerdown", (event) => {
      if (!spec.down || event.button !== 0) return;
      actedOnDown = true;
      spec.down();
    });
    // A finger that slid off brings no click; the next key press must count again.
    const forget = () => window.setTimeout(() => (actedOnDown = false), CLICK_WAIT_MS);
    for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
      element.addEventListener(end, (event) => {
        if (event.type !== "pointerleave" || (event as PointerEvent).buttons !== 0) forget();
      });
    }
    element.addEventListener("click", () => {
      if (spec.down && !actedOnDown) spec.down();
      actedOnDown = false;
      spec.press?.(element);
    });
    this.#add(spec.group, element);
    this.#keep(element, spec.name, spec.shown);
    return { element, state: pointerState(element) };
  }

  dial(spec: DialSpec): Twin {
    const zone = document.createElement("div");
    zone.className = "dial-zone";
    this.place(zone, spec.region);
    const input = document.createElement("input");
    input.type = "range";
    input.className = "twin dial";
    this.place(input, spec.region);
    input.setAttribute("aria-orientation", "vertical");
    this.#add(spec.group, input);
    spec.group.append(zone);
    const move = (steps: number) => {
      const { min, max, step } = spec.range();
      const next = Math.round((spec.value() + steps * step) / step) * step;
      spec.set(Number(Math.min(max, Math.max(min, next)).toFixed(4)));
    };
    input.addEventListener("input", () => spec.set(input.valueAsNumber));
    input.addEventListener("keydown", (event) => {
      const steps = { PageUp: 10, PageDown: -10 }[event.key];
      if (event.key === "Enter") spec.tap(input);
      if (steps === undefined) return;
      event.preventDefault();
      move(steps);
    });
    watchDial(zone, {
      overlay: this,
      stepsPerPx: () => {
        const { min, max, step } = spec.range();
        return (max - min) / step / (spec.travelPx ?? 190);
      },
      stepsPerTurn: () => {
        const { min, max, step } = spec.range();
        return (max - min) / step / 0.75;
      },
      move,
      tap: () => spec.tap(input),
    });
    this.#keep(input, spec.name, spec.shown, zone);
    this.#syncs.push(() => {
      const { min, max, step } = spec.range();
      set(input, "min", String(min));
      set(input, "max", String(max));
      set(input, "step", String(step));
      const value = String(Number(spec.value().toFixed(4)));
      if (Number.isFinite(spec.value()) && input.value !== value) input.value = value;
      set(input, "aria-valuetext", spec.valueText());
    });
    return { element: input, state: pointerState(zone) };
  }

  #keep(element: HTMLElement, name: () => string, shown?: () => boolean, zone?: HTMLElement): void {
    const sync = () => {
      set(element, "aria-label", name());
      if (!shown) return;
      const hide = !shown();
      if (element.hidden !== hide) element.hidden = hide;
      if (zone && zone.hidden !== hide) zone.hidden = hide;
    };
    sync();
    this.#syncs.push(sync);
  }
}

function set(element: HTMLElement, attribute: string, value: string): void {
  if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
}

function pointerState(element: HTMLElement): () => TwinState {
  let state: TwinState = "";
  element.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "mouse") state = "hover";
  });
  element.addEventListener("pointerdown", () => {
    state = "down";
  });
  element.addEventListener("pointerup", (event) => {
    state = event.pointerType === "mouse" ? "hover" : "";
  });
  for (const end of ["pointerleave", "pointercancel"]) {
    element.addEventListener(end, () => {
      state = "";
    });
  }
  return () => (element.hidden ? "" : state);
}
