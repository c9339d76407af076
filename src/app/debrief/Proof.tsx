/** What shows that this page belongs to this recording: engine, seed, checkpoints compared. */
import type { Review } from "../../session/contract/protocol.ts";
import type { RunHeader } from "../storage/runStore.ts";

interface ProofProps {
  readonly review: Review;
  readonly header: RunHeader;
}

export function Proof({ review, header }: ProofProps) {
  const seed = review.report?.seed;
  return (
    <p class="proof mono quiet">
      Replayed from its log: {review.checkedCount} checkpoints equal. Engine {review.engineHash}
      {seed !== undefined && `, seed ${seed}`}. Recording {header.recordingId}. State at the end{" "}
      {review.finalHashHex}.
    </p>
  );
}
