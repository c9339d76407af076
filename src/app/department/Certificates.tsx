/** The certificates of a person, and the button that withdraws one for good. */
import { useState } from "preact/hooks";
import { dayFromIso } from "../../records/civilDate.ts";
import { dayText } from "../../records/standingText.ts";
import type { ListedCertificate } from "../../server/evidence/certificates.ts";
import { callApi } from "../account/api.ts";
import { useAnswer } from "./api.ts";

interface CertificatesProps {
  readonly url: string;
  readonly isHead: boolean;
}

export function Certificates({ url, isHead }: CertificatesProps) {
  const { answer, ask } = useAnswer<{ readonly certificates: readonly ListedCertificate[] }>(url);
  if (answer === undefined || answer.certificates.length === 0) return null;
  return (
    <ul class="bare certificates" aria-label="Certificates">
      {answer.certificates.map(({ id, day, isRevoked }) => (
        <li key={id}>
          <a href={`#/certificate/${id}`}>Certificate of {dayText(dayFromIso(day))}</a>
          {isRevoked && <span class="soft">withdrawn</span>}
          {isHead && !isRevoked && <Withdraw id={id} day={day} onDone={ask} />}
        </li>
      ))}
    </ul>
  );
}

interface WithdrawProps {
  readonly id: string;
  readonly day: string;
  readonly onDone: () => void;
}

function Withdraw({ id, day, onDone }: WithdrawProps) {
  const [isAsking, setIsAsking] = useState(false);
  const withdraw = async () => {
    await callApi("POST", `/api/certificates/${id}/revoke`);
    onDone();
  };
  return (
    <button
      type="button"
      class={isAsking ? "key hard" : "key plain"}
      onClick={() => (isAsking ? void withdraw() : setIsAsking(true))}
    >
      {isAsking ? `Withdraw the certificate of ${dayText(dayFromIso(day))} for good` : "Withdraw"}
    </button>
  );
}
