/** Who may use which route of supervised sessions; the letters are those of accountAccess.ts. */
import { rule } from "./rule.ts";

export const SESSION_ACCESS = {
  "session.list": rule("GET /api/departments/:targetId/sessions", "department", "- -dd-"),
  "session.create": rule("POST /api/departments/:targetId/sessions", "department", "- -dd-"),
  "session.supervise": rule("POST /api/sessions/:targetId/supervise", "session", "- -dd-"),
  "session.review": rule("GET /api/sessions/:targetId/review", "session", "- -dd-"),
  "session.sign": rule("POST /api/sessions/:targetId/sign", "session", "- -dd-"),
  "session.recording": rule("GET /api/sessions/:targetId/recording", "session", "- -dd-"),
  "session.ratings": rule("GET /api/sessions/:targetId/ratings", "session", "- -dd-"),
  "session.rubric": rule("GET /api/sessions/:targetId/rubric", "session", "- -dd-"),
  "session.rate": rule("POST /api/sessions/:targetId/ratings", "session", "- -dd-"),
  "session.mine": rule("GET /api/me/sessions", "nothing", "- aaaa"),
  // Only the person it is about contests a result.
  "appeal.make": rule("POST /api/sessions/:targetId/appeals", "session", "- sss-"),
  "appeal.list": rule("GET /api/sessions/:targetId/appeals", "session", "- sdd-"),
  "appeal.answer": rule("POST /api/sessions/:targetId/appeals/answer", "session", "- -dd-"),
  "session.record": rule("GET /api/sessions/:targetId/record", "session", "- sdd-"),
  "signing.key": rule("GET /api/signing-key", "nothing", "a aaaa"),
  // The code, and then the ticket, are what lets a guest in.
  "session.join": rule("POST /api/join", "nothing", "a aaaa"),
  "session.open": rule("POST /api/room", "nothing", "a aaaa"),
} as const;
