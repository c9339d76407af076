/** How a mark ended, as a shape: it must be told without its colour. */
import type { MarkState } from "../../scoring/report.ts";
import { isNotNeeded } from "../../session/lineStates.ts";
import type { RubricLine } from "../../session/rubricLines.ts";

interface MarkShapeProps {
  readonly line: Pick<RubricLine, "class">;
  readonly state: MarkState;
}

export function MarkShape({ line, state }: MarkShapeProps) {
  const shape = isNotNeeded(line, state) ? "not-needed" : state;
  return (
    <svg class={`mark-shape ${shape}`} viewBox="0 0 20 20" aria-hidden="true">
      {(shape === "inTime" || shape === "clean") && (
        <>
          <circle cx="10" cy="10" r="8.5" fill="currentColor" />
          <path class="cut" d="m6 10.2 2.9 2.9 5.2-5.9" />
        </>
      )}
      {shape === "late" && (
        <>
          <circle cx="10" cy="10" r="7.7" class="outline" />
          <path d="M10 2.3a7.7 7.7 0 0 0 0 15.4z" fill="currentColor" />
        </>
      )}
      {(shape === "notDone" || shape === "violated") && (
        <>
          <rect x="2.5" y="2.5" width="15" height="15" class="outline" />
          <path class="outline" d="m6.4 6.4 7.2 7.2m0-7.2-7.2 7.2" />
        </>
      )}
      {shape === "not-needed" && <path class="outline" d="M4 10h12" />}
    </svg>
  );
}
