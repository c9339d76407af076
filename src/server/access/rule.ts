/** One row of the access table from its short form. */
import type { AccessRule, Method, Reach, Target } from "./accessRule.ts";

const REACH: Readonly<Record<string, Reach>> = { "-": "none", s: "self", d: "own", a: "any" };

/** @param letters guest, a space, then trainee, supervisor, head and administrator */
export function rule(
  route: `${Method} /api/${string}`,
  target: Target,
  letters: string,
): AccessRule {
  const [, guest, ...roles] = /^([-a]) ([-sda])([-sda])([-sda])([-sda])$/.exec(letters) ?? [];
  if (guest === undefined) throw new Error(`"${letters}" is no row of the access table.`);
  const [trainee, supervisor, head, administrator] = roles.map((letter) => REACH[letter]);
  const [method, url] = route.split(" ");
  return {
    method: method as Method,
    url,
    target,
    guest: guest === "a" ? "any" : "none",
    reach: { trainee, supervisor, head, administrator },
  };
}
