/** Makes a link for a new person, to be passed on by whatever way the two share. */
import { useState } from "preact/hooks";
import { ProblemNote } from "../ProblemNote.tsx";
import { callApi } from "./api.ts";
import { ROLE_NAMES, type Role } from "./me.ts";
import { useSubmit } from "./useSubmit.ts";

export interface LinkMade {
  readonly secret: string;
  /** Whom it is for. */
  readonly purpose: string;
}

const INVITABLE: Readonly<Record<Role, readonly Role[]>> = {
  trainee: [],
  supervisor: ["trainee"],
  head: ["trainee", "supervisor", "head"],
  administrator: ["head", "supervisor", "trainee"],
};

interface InviteFormProps {
  readonly departmentId: string;
  readonly viewerRole: Role;
  readonly onMade: (link: LinkMade) => void;
}

export function InviteForm({ departmentId, viewerRole, onMade }: InviteFormProps) {
  const roles = INVITABLE[viewerRole];
  const [role, setRole] = useState<Role>(roles[0] ?? "trainee");
  const url = `/api/departments/${departmentId}/invitations`;
  const { problem, isBusy, onSubmit } = useSubmit(
    () => callApi<{ readonly secret: string }>("POST", url, { role }),
    ({ secret }) => onMade({ secret, purpose: `a new ${ROLE_NAMES[role].toLowerCase()}` }),
  );
  if (roles.length === 0) return null;
  return (
    <form class="panel" onSubmit={onSubmit}>
      <h2>Invite somebody</h2>
      <label>
        As
        <select value={role} onChange={(event) => setRole(event.currentTarget.value as Role)}>
          {roles.map((one) => (
            <option key={one} value={one}>
              {ROLE_NAMES[one]}
            </option>
          ))}
        </select>
      </label>
      {problem && <ProblemNote problem={problem} />}
      <button type="submit" class="key hard" disabled={isBusy}>
        Make a link
      </button>
    </form>
  );
}

/** A link as it has to be passed on; it is shown this once. */
export function LinkNote({ link }: { readonly link: LinkMade }) {
  const address = `${location.origin}/#/welcome/${link.secret}`;
  return (
    <section class="panel" role="status">
      <p>This link is for {link.purpose}. It works once and is not shown again: pass it on now.</p>
      <input
        type="text"
        readOnly
        aria-label="The link"
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
    </section>
  );
}
