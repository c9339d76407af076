/** A judgement under way: every change is kept in this browser until it is given. */
import { useState } from "preact/hooks";
import type { Rating } from "../../session/contract/signedRecord.ts";
import { keepDraft, type RatingPart, readDraft } from "./ratingDraft.ts";

export function useRatingDraft(
  sessionId: string,
  part: RatingPart,
): readonly [Rating, (rating: Rating) => void] {
  const [rating, setRating] = useState(() => readDraft(sessionId, part));
  const change = (changed: Rating) => {
    setRating(changed);
    keepDraft(sessionId, part, changed);
  };
  return [rating, change];
}
