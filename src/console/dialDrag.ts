/**
 * A hand on a dial: up and down turns it, sideways follows it round, a wheel click is one step, and a
 * tap without movement opens its stepper. The first few pixels decide which way is meant.
 */
export interface DialHand {
  readonly overlay: { readonly scale: number };
  readonly stepsPerPx: () => number;
  readonly stepsPerTurn: () => number;
  readonly move: (steps: number) => void;
  readonly tap: () => void;
}

const DECIDE_PX = 5;

type Grip = "undecided" | "straight" | "round";

export function watchDial(zone: HTMLElement, hand: DialHand): void {
  let pointer: number | undefined;
  let grip: Grip = "undecided";
  let last = { x: 0, y: 0 };
  let from = { x: 0, y: 0 };
  let owed = 0;

  const give = (steps: number) => {
    owed += steps;
    const whole = Math.trunc(owed);
    if (whole === 0) return;
    owed -= whole;
    hand.move(whole);
  };
  const turnedSince = (event: PointerEvent): number => {
    const frame = zone.getBoundingClientRect();
    const middle = { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 };
    const before = Math.atan2(last.y - middle.y, last.x - middle.x);
    const after = Math.atan2(event.clientY - middle.y, event.clientX - middle.x);
    const turns = (after - before) / (2 * Math.PI);
    return turns - Math.round(turns);
  };

  zone.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || pointer !== undefined) return;
    pointer = event.pointerId;
    zone.setPointerCapture(pointer);
    grip = "undecided";
    owed = 0;
    from = last = { x: event.clientX, y: event.clientY };
  });
  zone.addEventListener("pointermove", (event) => {
    if (event.pointerId !== pointer) return;
    const dx = event.clientX - from.x;
    const dy = event.clientY - from.y;
    if (grip === "undecided") {
      if (Math.hypot(dx, dy) < DECIDE_PX) return;
      grip = Math.abs(dx) > Math.abs(dy) ? "round" : "straight";
    }
    if (grip === "round") give(turnedSince(event) * hand.stepsPerTurn());
    else give(((last.y - event.clientY) / hand.overlay.scale) * hand.stepsPerPx());
    last = { x: event.clientX, y: event.clientY };
  });
  const letGo = (event: PointerEvent) => {
    if (event.pointerId !== pointer) return;
    pointer = undefined;
    if (event.type === "pointerup" && grip === "undecided") hand.tap();
  };
  zone.addEventListener("pointerup", letGo);
  zone.addEventListener("pointercancel", letGo);
  zone.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      if (event.deltaY !== 0) hand.move(event.deltaY < 0 ? 1 : -1);
    },
    { passive: false },
  );
}
