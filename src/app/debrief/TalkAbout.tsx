/** Two or three questions drawn from the log, for two people at one screen. */
import type { Report } from "../../scoring/report.ts";

export function TalkAbout({ report }: { readonly report: Report }) {
  if (report.questions.length === 0) return null;
  return (
    <section class="panel talk" aria-labelledby="talk-title">
      <h2 id="talk-title">Talk about</h2>
      {report.questions.map((question) => (
        <p key={question}>{question}</p>
      ))}
    </section>
  );
}
