/** Every route of the API. A test compares it with the access table. */
import type { ApiRoute } from "../route.ts";
import { ACCOUNT_ROUTES } from "./accountRoutes.ts";
import { APPEAL_ROUTES } from "./appealRoutes.ts";
import { DEPARTMENT_ROUTES } from "./departmentRoutes.ts";
import { EVIDENCE_ROUTES } from "./evidenceRoutes.ts";
import { INVITATION_ROUTES } from "./invitationRoutes.ts";
import { LOGBOOK_ROUTES } from "./logbookRoutes.ts";
import { MATRIX_ROUTES } from "./matrixRoutes.ts";
import { ME_ROUTES } from "./meRoutes.ts";
import { POLICY_ROUTES } from "./policyRoutes.ts";
import { REGISTER_ROUTES } from "./registerRoutes.ts";
import { REMINDER_ROUTES } from "./reminderRoutes.ts";
import { SESSION_ROUTES } from "./sessionRoutes.ts";
import { SIGN_ROUTES } from "./signRoutes.ts";
import { STAFF_ROUTES } from "./staffRoutes.ts";

export const API_ROUTES: readonly ApiRoute[] = [
  ...ME_ROUTES,
  ...INVITATION_ROUTES,
  ...DEPARTMENT_ROUTES,
  ...ACCOUNT_ROUTES,
  ...MATRIX_ROUTES,
  ...STAFF_ROUTES,
  ...LOGBOOK_ROUTES,
  ...POLICY_ROUTES,
  ...REGISTER_ROUTES,
  ...EVIDENCE_ROUTES,
  ...REMINDER_ROUTES,
  ...SESSION_ROUTES,
  ...SIGN_ROUTES,
  ...APPEAL_ROUTES,
];
