/** A case with the alarm and stop limits of a site instead of those its machines come with. */
import { withLimits } from "../scenario/layLimits.ts";
import type { LimitProfile } from "../scenario/limitProfile.ts";
import type { CaseContent } from "./caseSetup.ts";

/** The content with both its machines under the profile. */
export function limited(
  content: CaseContent,
  profile: Pick<LimitProfile, "alarmLimits">,
): CaseContent {
  const { roller, centrifugal } = content.machines;
  const machines = {
    roller: withLimits(roller, profile),
    centrifugal: withLimits(centrifugal, profile),
  };
  return { ...content, machines };
}
