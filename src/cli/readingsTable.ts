/** Readings over time as CSV or JSON. Codes of enums are written as their names. */
import { ticksToS } from "../kernel/tick.ts";
import { NOTICE } from "../session/contract/notice.ts";
import { findSignal, SIGNAL_COUNT, signalIndex } from "../world/contract/signals.ts";

type Cell = number | string | boolean;

export interface ReadingsTable {
  sample(tick: number, fill: (into: Float64Array) => void): void;
  csv(): string;
  rows(): readonly Readonly<Record<string, Cell>>[];
}

export function createReadingsTable(ids: readonly string[]): ReadingsTable {
  const readings = new Float64Array(SIGNAL_COUNT);
  const rows: { tick: number; cells: Cell[] }[] = [];
  const cellOf = (id: string): Cell => {
    const value = readings[signalIndex(id)];
    const signal = findSignal(id);
    if (signal?.kind === "enum") return signal.values[value] ?? String(value);
    return signal?.kind === "boolean" ? value === 1 : value;
  };
  return {
    sample(tick, fill) {
      fill(readings);
      rows.push({ tick, cells: ids.map(cellOf) });
    },
    csv() {
      const lines = rows.map(({ tick, cells }) => [tick, ticksToS(tick), ...cells].join(","));
      return [`# ${NOTICE}`, ["tick", "timeS", ...ids].join(","), ...lines, ""].join("\n");
    },
    rows: () =>
      rows.map(({ tick, cells }) => ({
        tick,
        timeS: ticksToS(tick),
        ...Object.fromEntries(ids.map((id, index) => [id, cells[index]])),
      })),
  };
}
