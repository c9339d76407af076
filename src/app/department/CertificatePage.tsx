/** The public page behind a certificate's address: what was signed, and whether it still holds. */
import "../styles/paper.css";
import "../styles/department.css";
import qrcode from "qrcode-generator";
import { dayFromIso } from "../../records/civilDate.ts";
import { dayText } from "../../records/standingText.ts";
import type { ReadCertificate } from "../../server/evidence/certificates.ts";
import { PageHead } from "../PageHead.tsx";
import { ProblemNote } from "../ProblemNote.tsx";
import { useAnswer } from "./api.ts";

export function CertificatePage({ id }: { readonly id: string }) {
  const { answer, problem } = useAnswer<ReadCertificate>(`/api/certificates/${id}`);
  return (
    <>
      <PageHead />
      <main class="department certificate on-paper">
        {problem && (
          <>
            <h1>No certificate</h1>
            <ProblemNote problem={problem} />
          </>
        )}
        {!problem && answer === undefined && <p class="quiet">Looking it up…</p>}
        {answer && <Certificate certificate={answer} />}
      </main>
    </>
  );
}

/** What the signature says, in words and not by colour. */
function proofText({ isSigned, isRevoked, isDemonstration }: ReadCertificate): string {
  if (isDemonstration)
    return "Demonstration: invented people, signed by a demonstration key. No evidence.";
  if (!isSigned) return "The signature does not hold: this was changed after it was signed.";
  if (isRevoked) return "This was signed, and later withdrawn by the department.";
  return "The signature holds: this is what the department signed.";
}

function Certificate({ certificate }: { readonly certificate: ReadCertificate }) {
  const { body, keyId, isDemonstration } = certificate;
  return (
    <article class={isDemonstration ? "panel padded paper demonstration" : "panel padded paper"}>
      <h1>{body.name}</h1>
      <p>
        {body.department}, on {dayText(dayFromIso(body.day))}. Head of service: {body.headOfService}
        .
      </p>
      <table class="register">
        <thead>
          <tr>
            <th scope="col">Rule of the department</th>
            <th scope="col">State on that day</th>
            <th scope="col">Last day</th>
          </tr>
        </thead>
        <tbody>
          {body.standings.map(({ rule, state, lastDay }) => (
            <tr key={rule}>
              <th scope="row">{rule}</th>
              <td data-label="State">{state}</td>
              <td data-label="Last day">{lastDay === null ? "" : dayText(dayFromIso(lastDay))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="problem">{proofText(certificate)}</p>
      <p>{body.noCredit}</p>
      <p>{body.notice}</p>
      <div class="certificate-foot">
        <QrCode text={location.href} />
        <p class="mono small key-id">Key {keyId}</p>
      </div>
      <button type="button" class="key" onClick={() => print()}>
        Print
      </button>
    </article>
  );
}

/** The address as a code that a phone reads. */
function QrCode({ text }: { readonly text: string }) {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const dark: string[] = [];
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (code.isDark(row, column)) dark.push(`M${column + 4} ${row + 4}h1v1h-1z`);
    }
  }
  const size = count + 8;
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={`The address of this page as a code: ${text}`}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join("")} fill="#000" />
    </svg>
  );
}
