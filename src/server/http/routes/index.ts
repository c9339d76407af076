/** Every route of the API. A test compares it with the access table. */
import type { ApiRoute } from "../route.ts";
import { ACCOUNT_ROUTES } from "./accountRoutes.ts";
import { DEPARTMENT_ROUTES } from "./departmentRoutes.ts";
import { INVITATION_ROUTES } from "./invitationRoutes.ts";
import { ME_ROUTES } from "./meRoutes.ts";
import { SESSION_ROUTES } from "./sessionRoutes.ts";
import { SIGN_ROUTES } from "./signRoutes.ts";

export const API_ROUTES: readonly ApiRoute[] = [
  ...ME_ROUTES,
  ...INVITATION_ROUTES,
  ...DEPARTMENT_ROUTES,
  ...ACCOUNT_ROUTES,
  ...SESSION_ROUTES,
  ...SIGN_ROUTES,
];
