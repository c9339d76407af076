/**
 * A judgement begun and not given yet, kept in this browser. It names nobody; the session and the part
 * in it are its key, so that who judges second does not come upon what the first one began.
 */
import { type Rating, ratingSchema } from "../../session/contract/signedRecord.ts";
import { emptyRating } from "./RatingFields.tsx";

export type RatingPart = "first" | "second";

const keyOf = (sessionId: string, part: RatingPart): string =>
  part === "first" ? `onbypass-rating-${sessionId}` : `onbypass-second-rating-${sessionId}`;

export function readDraft(sessionId: string, part: RatingPart): Rating {
  try {
    const kept = localStorage.getItem(keyOf(sessionId, part));
    const parsed = ratingSchema.safeParse(JSON.parse(kept ?? "null"));
    return parsed.success ? parsed.data : emptyRating;
  } catch {
    return emptyRating;
  }
}

export function keepDraft(sessionId: string, part: RatingPart, rating: Rating): void {
  localStorage.setItem(keyOf(sessionId, part), JSON.stringify(rating));
}

export function dropDraft(sessionId: string, part: RatingPart): void {
  localStorage.removeItem(keyOf(sessionId, part));
}
