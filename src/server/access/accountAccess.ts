/**
 * Who may use which route of accounts and departments. The letters of a row: guest, then trainee,
 * supervisor, head, administrator; `-` not at all, `s` what is one's own, `d` the own department,
 * `a` anything.
 */
import { rule } from "./rule.ts";

export const ACCOUNT_ACCESS = {
  "me.read": rule("GET /api/me", "nothing", "a aaaa"),
  "me.signIn": rule("POST /api/sign-in", "nothing", "a aaaa"),
  "me.signOut": rule("POST /api/sign-out", "nothing", "a aaaa"),
  "me.signOutEverywhere": rule("POST /api/me/sign-out-everywhere", "nothing", "- aaaa"),
  "me.password": rule("POST /api/me/password", "nothing", "- aaaa"),
  "invitation.read": rule("POST /api/invitation", "nothing", "a aaaa"),
  "invitation.accept": rule("POST /api/invitation/accept", "nothing", "a aaaa"),
  "administrator.invite": rule("POST /api/administrators/invitations", "nothing", "- ---a"),
  "department.list": rule("GET /api/departments", "nothing", "- ---a"),
  "department.create": rule("POST /api/departments", "nothing", "- ---a"),
  "department.read": rule("GET /api/departments/:targetId", "department", "- ddda"),
  "department.people": rule("GET /api/departments/:targetId/people", "department", "- -dda"),
  "department.invite": rule("POST /api/departments/:targetId/invitations", "department", "- -dda"),
  "department.audit": rule("GET /api/departments/:targetId/audit", "department", "- --da"),
  "account.read": rule("GET /api/accounts/:targetId", "account", "- sdda"),
  "account.change": rule("PATCH /api/accounts/:targetId", "account", "- --da"),
  "account.close": rule("POST /api/accounts/:targetId/close", "account", "- --da"),
  "account.passwordLink": rule("POST /api/accounts/:targetId/password-link", "account", "- --da"),
} as const;
