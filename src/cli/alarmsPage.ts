/** docs/alarms.md: the alarm table for people to read, made from the table that the machine uses. */
import { ALARMS } from "../world/contract/alarms.ts";

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

export function alarmsPage(): string {
  const rows = ALARMS.map((alarm) =>
    row([
      alarm.id,
      alarm.priority,
      alarm.category,
      `${alarm.title}. ${alarm.text}`,
      alarm.limit,
      `${alarm.delayS} s`,
      alarm.latching ? "yes" : "no",
      alarm.response,
      alarm.source,
    ]),
  );
  return [
    "# Alarms",
    "",
    "Made by `node scripts/build-docs.mjs` from the table in `src/world/contract`; do not edit. Every sound is measured by a",
    "test. A latched alarm stays until it is acknowledged after its condition has gone. For training, not for clinical use.",
    "",
    `${ALARMS.length} conditions. Sound: high ten pulses, medium three, low two, with the melody of the category.`,
    "",
    row(["id", "priority", "category", "words", "limit", "delay", "latched", "response", "source"]),
    row(Array.from({ length: 9 }, () => "---")),
    ...rows,
    "",
  ].join("\n");
}
