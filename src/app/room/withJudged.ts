/** A judgement of lines with one of them changed. */
import type { MarkState } from "../../scoring/report.ts";
import type { JudgedLine } from "../../session/contract/signedRecord.ts";

type Judged = readonly JudgedLine[] | undefined;

export const judgedOf = (judged: Judged, markId: string): JudgedLine | undefined =>
  judged?.find((one) => one.markId === markId);

/** The line in another state, with the reason it had; without a state it is not judged any more. */
export function withJudged(
  judged: Judged,
  markId: string,
  state: MarkState | undefined,
): JudgedLine[] {
  const others = (judged ?? []).filter((one) => one.markId !== markId);
  if (state === undefined) return others;
  const reason = judgedOf(judged, markId)?.reason ?? "";
  return [...others, { markId, judged: state, reason }];
}

export const withReason = (judged: Judged, markId: string, reason: string): JudgedLine[] =>
  (judged ?? []).map((one) => (one.markId === markId ? { ...one, reason } : one));
