/**
 * What a department keeps about its people and things: staff, cases, signed results, rules, registers.
 * Dates are days since 1970 in the department's time zone, as src/records counts them; an open end
 * is null. `revision` rises with every change of what the currency engine reads of a person.
 */
import type { CaseRole, StaffRole } from "../../records/person.ts";

export interface RecordTables {
  readonly department_setting: {
    readonly department_id: string;
    time_zone: string;
    /** Who answers for the department, as reports name them. */
    head_name: string;
    /** Known to whoever subscribed to the calendar; null while there is no feed. */
    feed_secret: string | null;
    /** E-mail digest to the head and the supervisors. */
    digest: number;
    /** Last day whose warnings were sent. */
    digest_day: number | null;
    readonly is_demonstration: number;
  };
  readonly staff: {
    readonly id: string;
    readonly department_id: string;
    /** The account of the same person, where there is one. */
    account_id: string | null;
    name: string;
    credentials: string;
    revision: number;
    /** When name and account were taken out; what others rely on stays. */
    erased_ms: number | null;
    readonly created_ms: number;
  };
  /** What the matrix says of a person on the days ahead; made again when `made_of` no longer fits. */
  readonly staff_outlook: {
    readonly staff_id: string;
    /** The engine's text, the revision of the person and the number of versions of the rules. */
    made_of: string;
    from_day: number;
    to_day: number;
    row_json: string;
  };
  readonly employment: {
    readonly id: string;
    readonly staff_id: string;
    from_day: number;
    to_day: number | null;
    role: StaffRole;
    work_hundredths: number;
  };
  readonly staff_leave: {
    readonly id: string;
    readonly staff_id: string;
    from_day: number;
    to_day: number;
  };
  readonly logged_case: {
    readonly id: string;
    readonly staff_id: string;
    day: number;
    role: CaseRole;
    procedure_name: string;
    closely_supervised: number;
    supervisor: string;
    events_json: string;
    note: string;
    confirmation: string;
    /** Account of the supervisor who confirmed it here. */
    confirmed_by: string | null;
    confirmed_ms: number | null;
    readonly created_ms: number;
  };
  readonly signed_result: {
    readonly id: string;
    readonly staff_id: string;
    readonly day: number;
    readonly scenario_id: string;
    readonly variant: string;
    readonly mode: "practice" | "exam";
    readonly verdict: "met" | "notMet";
    /** Account of the signer; null while nobody has signed. */
    readonly signed_by: string | null;
    readonly signer_name: string;
    readonly is_verified: number;
    readonly recording_id: string | null;
    readonly engine_hash: string;
    /** SHA-256 of the frozen record. */
    readonly record_hash: string;
    /** The frozen record itself, as it was signed. */
    readonly record_json: string;
    readonly created_ms: number;
  };
  readonly policy_version: {
    readonly id: string;
    readonly department_id: string;
    readonly from_day: number;
    readonly policy_json: string;
    readonly created_by: string | null;
    readonly created_ms: number;
  };
  readonly equipment: {
    readonly id: string;
    readonly department_id: string;
    kind: string;
    name: string;
    serial: string;
    place: string;
    state: "inUse" | "spare" | "outOfUse";
    service_due_day: number | null;
    safety_due_day: number | null;
  };
  readonly store_item: {
    readonly id: string;
    readonly department_id: string;
    name: string;
    place: string;
    quantity: number;
    fetch_s: number;
    expires_day: number | null;
  };
  readonly certificate: {
    /** Stands in the public address. */
    readonly id: string;
    readonly department_id: string;
    readonly staff_id: string;
    readonly body_json: string;
    readonly signature: string;
    readonly key_id: string;
    readonly issued_ms: number;
    revoked_ms: number | null;
  };
  /** Keys that sign packs and certificates. */
  readonly evidence_key: {
    readonly id: string;
    readonly purpose: "evidence" | "demonstration";
    readonly public_pem: string;
    readonly private_pem: string;
    readonly created_ms: number;
  };
}
