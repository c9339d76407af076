/**
 * A written crisis checklist for loss of arterial pump flow, in our words after clinical.md A1.3. It
 * names causes in the order in which they are ruled out; it ticks nothing off by itself.
 */
import { useState } from "preact/hooks";

interface Section {
  readonly title: string;
  readonly steps: readonly string[];
}

const PUMP_FAILURE: readonly Section[] = [
  {
    title: "At once",
    steps: [
      "Say it: “Pump stopped, no flow.” Surgeon and anaesthetist answer.",
      "Clamp the arterial line.",
      "Clamp the venous line.",
      "Call for a second pair of hands.",
    ],
  },
  {
    title: "Why did it stop?",
    steps: [
      "Read the head's message.",
      "Safety stop: level, bubble, pressure. Air or empty: do NOT turn. Clear it first.",
      "Cover shut, emergency stop out, electronic clamp open?",
      "Display turns but rotor does not, or flow reads zero: believe the flow probe.",
      "Other heads dead too: power.",
    ],
  },
  {
    title: "By hand",
    steps: [
      "Level enough, no air in outlet or boot.",
      "Failed head switched OFF, cover open, crank in.",
      "Roller: open the arterial clamp as the first forward turn begins.",
      "Centrifugal: 1500 rpm before the clamp opens.",
      "Turn along the arrow. Then open the venous line.",
      "Half flow first, then full. Watch line pressure, level, MAP.",
      "Sweep down while there is no flow; back up with it.",
      "Change hands every two minutes.",
    ],
  },
  {
    title: "For good",
    steps: [
      "Restart once, ten seconds at most; or spare head; or new module.",
      "Spare head: both sides clamped, boot seated, covers shut.",
      "Check direction, tube size, occlusion.",
      "Link level, bubble and pressure to the new head.",
      "Start slowly. Flow, pressure, no air, level armed.",
      "Write it down: time off, lowest MAP. Keep the failed machine.",
    ],
  },
];

export function ChecklistDrawer() {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const toggle = (step: string) => {
    const next = new Set(ticked);
    if (!next.delete(step)) next.add(step);
    setTicked(next);
  };
  return (
    <div class="checklist">
      <p class="soft small">Arterial pump: no flow</p>
      {PUMP_FAILURE.map((section) => (
        <fieldset key={section.title}>
          <legend>{section.title}</legend>
          {section.steps.map((step) => (
            <label key={step}>
              <input type="checkbox" checked={ticked.has(step)} onChange={() => toggle(step)} />
              <span>{step}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
