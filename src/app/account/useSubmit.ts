/** A form that calls the server: one call at a time, and the problem it came back with. */
import { useState } from "preact/hooks";
import type { Problem, Result } from "../../kernel/result.ts";

export interface Submit {
  readonly problem: Problem | undefined;
  readonly isBusy: boolean;
  /** Handles the form's submit event. */
  readonly onSubmit: (event: Event) => void;
}

export function useSubmit<T>(call: () => Promise<Result<T>>, onDone: (value: T) => void): Submit {
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setIsBusy] = useState(false);
  const run = async () => {
    setIsBusy(true);
    setProblem(undefined);
    const result = await call();
    setIsBusy(false);
    if (result.ok) onDone(result.value);
    else setProblem(result.problems[0]);
  };
  return {
    problem,
    isBusy,
    onSubmit(event) {
      event.preventDefault();
      if (!isBusy) void run();
    },
  };
}
