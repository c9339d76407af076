/**
 * A judgement begun while the case runs, kept in this browser until it is signed. It names nobody; the
 * session it belongs to is its key.
 */
import { type Rating, ratingSchema } from "../../session/contract/signedRecord.ts";
import { emptyRating } from "./RatingFields.tsx";

const keyOf = (sessionId: string): string => `onbypass-rating-${sessionId}`;

export function readDraft(sessionId: string): Rating {
  try {
    const kept = localStorage.getItem(keyOf(sessionId));
    const parsed = ratingSchema.safeParse(JSON.parse(kept ?? "null"));
    return parsed.success ? parsed.data : emptyRating;
  } catch {
    return emptyRating;
  }
}

export function keepDraft(sessionId: string, rating: Rating): void {
  localStorage.setItem(keyOf(sessionId), JSON.stringify(rating));
}

export function dropDraft(sessionId: string): void {
  localStorage.removeItem(keyOf(sessionId));
}
