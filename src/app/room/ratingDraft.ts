/**
 * A judgement begun and not given yet, kept in this browser. It names nobody; the session and the part
 * in it are its key, so that who judges second does not come upon what the first one began.
 */
import { z } from "zod";
import { ratingSchema } from "../../session/contract/signedRecord.ts";

export type RatingPart = "first" | "second";

/** The outcome is nobody's until a person has chosen it. */
const draftSchema = ratingSchema.extend({
  outcome: z.enum(["", ...ratingSchema.shape.outcome.options]),
});
export type DraftRating = z.infer<typeof draftSchema>;

const EMPTY: DraftRating = {
  outcome: "",
  globalScore: null,
  entrustmentScore: null,
  manner: {
    situationAwareness: [null, null, null, null],
    decisionMaking: [null, null, null, null],
    taskManagement: [null, null, null, null],
    teamwork: [null, null, null, null],
  },
  comment: "",
};

const keyOf = (sessionId: string, part: RatingPart): string =>
  part === "first" ? `onbypass-rating-${sessionId}` : `onbypass-second-rating-${sessionId}`;

export function readDraft(sessionId: string, part: RatingPart): DraftRating {
  try {
    const kept = localStorage.getItem(keyOf(sessionId, part));
    const parsed = draftSchema.safeParse(JSON.parse(kept ?? "null"));
    return parsed.success ? parsed.data : EMPTY;
  } catch {
    return EMPTY;
  }
}

export function keepDraft(sessionId: string, part: RatingPart, rating: DraftRating): void {
  localStorage.setItem(keyOf(sessionId, part), JSON.stringify(rating));
}

export function dropDraft(sessionId: string, part: RatingPart): void {
  localStorage.removeItem(keyOf(sessionId, part));
}
