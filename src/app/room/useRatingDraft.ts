/** A judgement under way: every change is kept in this browser until it is given. */
import { useState } from "preact/hooks";
import { type DraftRating, keepDraft, type RatingPart, readDraft } from "./ratingDraft.ts";

export function useRatingDraft(
  sessionId: string,
  part: RatingPart,
): readonly [DraftRating, (rating: DraftRating) => void] {
  const [rating, setRating] = useState(() => readDraft(sessionId, part));
  const change = (changed: DraftRating) => {
    setRating(changed);
    keepDraft(sessionId, part, changed);
  };
  return [rating, change];
}
