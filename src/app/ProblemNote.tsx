/** What is wrong, and what to do about it. */
import type { Problem } from "../kernel/result.ts";

export function ProblemNote({ problem }: { readonly problem: Problem }) {
  return (
    <div class="problem" role="alert">
      <p>{problem.sentence}</p>
      {problem.remedy && <p class="soft">{problem.remedy}</p>}
      <p class="quiet small">
        {problem.place} · {problem.code}
      </p>
    </div>
  );
}
