/** Three things to keep and three to change, each with its reason. */
import type { MarkResult, Report } from "../../scoring/report.ts";
import { keepAndChange } from "./keepAndChange.ts";

function List({ title, marks }: { readonly title: string; readonly marks: readonly MarkResult[] }) {
  return (
    <div>
      <h3>{title}</h3>
      {marks.length === 0 && <p class="quiet small">Nothing this time.</p>}
      <ol class="bare">
        {marks.map(({ id, title: what, why }) => (
          <li key={id}>
            <strong>{what}.</strong> <span class="soft small">{why}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

export function KeepChange({ report }: { readonly report: Report }) {
  const { keep, change } = keepAndChange(report);
  return (
    <section class="panel keep-change" aria-labelledby="keep-title">
      <h2 id="keep-title">Keep and change</h2>
      <div class="keep-change-columns">
        <List title="Keep" marks={keep} />
        <List title="Change" marks={change} />
      </div>
    </section>
  );
}
