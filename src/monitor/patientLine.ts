/** The line that names the patient at the top of the strip: weight, height and body surface. */
import type { CaseBriefing } from "../session/contract/protocol.ts";

type Told = Pick<CaseBriefing, "patientSummary" | "bodySurfaceM2">;

export function patientLine({ patientSummary, bodySurfaceM2 }: Told): string {
  const weight = /[\d.]+ kg/.exec(patientSummary)?.[0];
  const height = /[\d.]+ cm/.exec(patientSummary)?.[0];
  if (!weight || !height) return patientSummary;
  return `${weight}  ${height}  BSA ${bodySurfaceM2.toFixed(2)} m²`;
}
