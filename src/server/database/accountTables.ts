/** Departments, the people in them, how they sign in, and the log of what they did. */

/** What a person may do; from the least to the most. */
export const ROLES = ["trainee", "supervisor", "head", "administrator"] as const;
export type Role = (typeof ROLES)[number];

export const INVITATION_KINDS = ["first", "invite", "reset"] as const;
export type InvitationKind = (typeof INVITATION_KINDS)[number];

export interface AccountTables {
  readonly department: {
    readonly id: string;
    name: string;
    readonly created_ms: number;
  };
  readonly account: {
    readonly id: string;
    /** Null for administrators, who belong to no department. */
    department_id: string | null;
    role: Role;
    name: string;
    /** In lower case; what a person signs in with. */
    email: string;
    /** Argon2id, with its parameters and salt; null while nobody has set one. */
    password_hash: string | null;
    readonly created_ms: number;
    /** Null while the account is open. */
    closed_ms: number | null;
  };
  /** A signed-in browser. The cookie's value is not kept, only its hash. */
  readonly sign_in: {
    readonly token_hash: string;
    readonly account_id: string;
    readonly created_ms: number;
    last_seen_ms: number;
    readonly expires_ms: number;
  };
  /** A link that makes an account or a new password, once. */
  readonly invitation: {
    readonly token_hash: string;
    readonly kind: InvitationKind;
    readonly role: Role;
    readonly department_id: string | null;
    /** The account whose password is set anew; null for a new account. */
    readonly account_id: string | null;
    readonly created_by: string | null;
    readonly created_ms: number;
    readonly expires_ms: number;
    used_ms: number | null;
  };
  /** Grows only. Says who did what to whom by id; names and addresses stay out of it. */
  readonly audit: {
    readonly id: string;
    readonly at_ms: number;
    readonly actor_id: string | null;
    readonly department_id: string | null;
    readonly action: string;
    readonly target: string;
    readonly detail_json: string;
  };
}
