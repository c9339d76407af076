/** Faces and the type scale. Digits of IBM Plex are tabular by default, so readings do not jitter. */
export const FACES = {
  machine: '"IBM Plex Sans Condensed", "Inter", sans-serif',
  page: '"IBM Plex Sans", "Inter", sans-serif',
  log: '"IBM Plex Mono", monospace',
} as const;

/** Size in design pixels of each step of the scale; nothing is smaller than 12. */
export const TYPE = {
  num1: 58,
  num2: 54,
  num3: 44,
  num4: 27,
  num5: 24,
  num6: 18,
  title: 22,
  label: 14,
  note: 12.5,
} as const;
