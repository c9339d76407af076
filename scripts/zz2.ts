import { loadBuiltEngine } from "../tests/support/builtEngine.ts";
import { startKind, type Kind } from "../tests/support/otherPerfusionists.ts";
import { playCase, readContent } from "../tests/support/playCase.ts";
const [id, variants, kinds, seeds, verbose] = process.argv.slice(2) as [string, string, string, string, string];
const engine = await loadBuiltEngine();
const content = readContent(id);
for (const v of variants.split(",")) for (const kind of kinds.split(",") as Kind[]) for (const seed of (seeds ?? "1").split(",").map(Number)) {
  const [variant, cause] = v.split(":");
  const { report, log } = playCase({ content, choices: { variant, seed, ...(cause ? { cause } : {}) } as any, create: engine.createCase, ...(kind === "slow" ? { paceFactor: 2.5 } : {}) }, (me) => startKind(id, kind, me));
  console.log(`== ${v} ${kind} ${seed}: ${report.outcome} ${Math.round(report.pointsFraction * 100)}% end ${report.endReason} ${(report.endTick/50).toFixed(0)}s ${report.because.join(" ")}`);
  if (verbose) { for (const m of report.marks) if (m.state !== "inTime" && m.state !== "clean") console.log("   ", m.id, m.state, (m as any).timeS ?? ""); console.log(report.measures.map((m) => `${m.id}=${m.value.toFixed(2)}${m.band}`).join(" ")); }
  if (verbose === "log") console.log(log.filter((l) => !/alarmCleared|faultInj/.test(l)).map((l) => l.slice(0, 170)).join("\n"));
}
