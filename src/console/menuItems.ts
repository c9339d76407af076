/** What popovers are built of: rows that act, headings, notes, and the stepper with a typed value. */

export interface RowSpec {
  readonly label: string;
  readonly note?: string;
  /** A cream row commits something deliberate. */
  readonly hard?: boolean;
  readonly current?: boolean;
  readonly act: () => void;
}

export function row(body: HTMLElement, spec: RowSpec): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = spec.hard ? "row hard" : "row";
  button.textContent = spec.label;
  if (spec.current !== undefined) button.setAttribute("aria-pressed", String(spec.current));
  if (spec.note) {
    const note = document.createElement("span");
    note.textContent = spec.note;
    button.append(note);
  }
  button.addEventListener("click", spec.act);
  body.append(button);
  return button;
}

export function heading(body: HTMLElement, words: string): void {
  const element = document.createElement("h3");
  element.textContent = words;
  body.append(element);
}

export function note(body: HTMLElement, words: string): HTMLElement {
  const element = document.createElement("p");
  element.textContent = words;
  body.append(element);
  return element;
}

/** Rows in two columns, for menus that would otherwise hide too much. */
export function rowGrid(body: HTMLElement): HTMLElement {
  const grid = document.createElement("div");
  grid.className = "rows";
  body.append(grid);
  return grid;
}

/** Several small keys side by side, one of them current. */
export function choices(
  body: HTMLElement,
  name: string,
  options: readonly {
    readonly label: string;
    readonly current: boolean;
    readonly act: () => void;
  }[],
): void {
  heading(body, name);
  const group = document.createElement("div");
  group.className = "choices";
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", name);
  for (const option of options) row(group, option);
  body.append(group);
}

export interface StepperSpec {
  readonly name: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly decimals: number;
  readonly value: () => number;
  readonly set: (value: number) => void;
}

/** Minus, plus and a typed value; Enter sends what was typed. */
export function stepper(body: HTMLElement, spec: StepperSpec): void {
  const line = document.createElement("div");
  line.className = "stepper";
  const field = document.createElement("input");
  field.type = "number";
  field.min = String(spec.min);
  field.max = String(spec.max);
  field.step = "any";
  field.setAttribute("aria-label", `${spec.name}, ${spec.unit}`);
  const show = (value: number) => {
    field.value = value.toFixed(spec.decimals);
  };
  const apply = (value: number) => {
    if (!Number.isFinite(value)) return;
    const held = Number(Math.min(spec.max, Math.max(spec.min, value)).toFixed(4));
    spec.set(held);
    show(held);
  };
  const step = (direction: 1 | -1, label: string) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = direction > 0 ? "+" : "−";
    button.setAttribute("aria-label", label);
    button.addEventListener("click", () => apply(spec.value() + direction * spec.step));
    return button;
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") apply(field.valueAsNumber);
  });
  field.addEventListener("change", () => apply(field.valueAsNumber));
  show(spec.value());
  const unit = document.createElement("span");
  unit.textContent = spec.unit;
  line.append(step(-1, `${spec.name} less`), field, unit, step(1, `${spec.name} more`));
  body.append(line);
}
