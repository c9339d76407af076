/** Counters for whoever watches the server: what came, what was refused and why. No names in it. */
export interface Metrics {
  count(name: string, label: string): void;
  /** In the text format that Prometheus reads. */
  text(gauges: Readonly<Record<string, number>>): string;
}

export function createMetrics(): Metrics {
  const counters = new Map<string, number>();
  return {
    count(name, label) {
      const key = `onbypass_${name}_total{kind="${label}"}`;
      counters.set(key, (counters.get(key) ?? 0) + 1);
    },
    text(gauges) {
      const lines = [
        ...[...counters].map(([key, value]) => `${key} ${value}`),
        ...Object.entries(gauges).map(([name, value]) => `onbypass_${name} ${value}`),
      ];
      return `${lines.sort().join("\n")}\n`;
    },
  };
}
