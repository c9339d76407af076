/** Faces. Digits of IBM Plex are tabular by default, so readings do not jitter. */
export const FACES = {
  machine: '"IBM Plex Sans Condensed", "Inter", sans-serif',
  page: '"IBM Plex Sans", "Inter", sans-serif',
  log: '"IBM Plex Mono", monospace',
} as const;
