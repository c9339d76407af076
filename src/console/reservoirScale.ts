/**
 * The reservoir's scale: nonlinear like the funnel of a hard shell. The first 500 mL take 86 px, the
 * rest to 4,000 mL 128 px (ui.md section 5). Heights are design pixels of the stage.
 */
export const DRY_Y = 458;
const FUNNEL_ML = 500;
const FUNNEL_PX = 86;
const FULL_ML = 4000;
const SHELL_PX = 128;

/** Height of the surface for a volume. */
export function levelY(volumeMl: number): number {
  const held = Math.min(FULL_ML, Math.max(0, volumeMl));
  if (held <= FUNNEL_ML) return DRY_Y - (held / FUNNEL_ML) * FUNNEL_PX;
  return DRY_Y - FUNNEL_PX - ((held - FUNNEL_ML) / (FULL_ML - FUNNEL_ML)) * SHELL_PX;
}
