/** In place of a page that lives on the server, while that does not answer. */
import type { Problem } from "../../kernel/result.ts";
import { ProblemNote } from "../ProblemNote.tsx";
import { refreshMe } from "./me.ts";

export function NoServer({ problem }: { readonly problem: Problem }) {
  return (
    <section class="panel padded">
      <ProblemNote problem={problem} />
      <button type="button" class="key" onClick={() => void refreshMe()}>
        Try again
      </button>
    </section>
  );
}
