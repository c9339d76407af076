/** Which emergency goes worst: signed results of three years by scenario, with the last quarters. */
import type { Rule } from "../../records/rule.schema.ts";
import type { QuarterTally } from "../../server/department/results.ts";
import { type TrendsAnswer, useAnswer } from "./api.ts";

const QUARTERS_SHOWN = 8;
const FEW_COUNT = 5; // fewer results say nothing about a department

interface ScenarioTrend {
  readonly scenarioId: string;
  readonly title: string;
  readonly metCount: number;
  readonly allCount: number;
  readonly quarters: readonly QuarterTally[];
}

const titleOf = (scenarioId: string, rules: readonly Rule[]): string =>
  rules.find((rule) => rule.kind === "scenario" && rule.scenarios.includes(scenarioId))?.title ??
  scenarioId;

/** By share met, the lowest first. */
function trendsOf(
  tallies: readonly QuarterTally[],
  rules: readonly Rule[],
): readonly ScenarioTrend[] {
  const ids = [...new Set(tallies.map(({ scenarioId }) => scenarioId))];
  return ids
    .map((scenarioId) => {
      const own = tallies.filter((one) => one.scenarioId === scenarioId);
      const metCount = own.reduce((sum, one) => sum + one.metCount, 0);
      const allCount = own.reduce((sum, one) => sum + one.metCount + one.notMetCount, 0);
      return {
        scenarioId,
        title: titleOf(scenarioId, rules),
        metCount,
        allCount,
        quarters: own.slice(-QUARTERS_SHOWN),
      };
    })
    .toSorted((a, b) => a.metCount / a.allCount - b.metCount / b.allCount);
}

const CHART_HEIGHT = 40;
const BAR_WIDTH = 14;

function QuarterBars({ quarters }: { readonly quarters: readonly QuarterTally[] }) {
  const most = Math.max(...quarters.map((one) => one.metCount + one.notMetCount));
  const words = quarters
    .map(
      ({ quarter, metCount, notMetCount }) =>
        `${quarter}: ${metCount} of ${metCount + notMetCount} met`,
    )
    .join(", ");
  const width = quarters.length * (BAR_WIDTH + 4);
  return (
    <svg
      class="quarter-bars"
      viewBox={`0 0 ${width} ${CHART_HEIGHT}`}
      role="img"
      aria-label={words}
    >
      {quarters.map(({ quarter, metCount, notMetCount }, index) => {
        const unit = CHART_HEIGHT / most;
        const x = index * (BAR_WIDTH + 4);
        const met = metCount * unit;
        const all = (metCount + notMetCount) * unit;
        return (
          <g key={quarter}>
            <rect class="met" x={x} y={CHART_HEIGHT - met} width={BAR_WIDTH} height={met} />
            <rect
              class="not-met"
              x={x + 0.75}
              y={CHART_HEIGHT - all + 0.75}
              width={BAR_WIDTH - 1.5}
              height={Math.max(0, all - met - 1.5)}
            />
          </g>
        );
      })}
    </svg>
  );
}

interface TrendsProps {
  readonly departmentId: string;
  readonly rules: readonly Rule[];
}

export function Trends({ departmentId, rules }: TrendsProps) {
  const { answer } = useAnswer<TrendsAnswer>(`/api/departments/${departmentId}/trends`);
  const trends = answer === undefined ? [] : trendsOf(answer.tallies, rules);
  if (trends.length === 0) return null;
  return (
    <section class="panel trends" aria-labelledby="trends-title">
      <h2 id="trends-title">How each emergency goes</h2>
      <p class="soft small">
        Signed results of the last three years, the lowest share first. A bar is a quarter: filled
        what was met, hollow what was not. It says what to practise together, and nothing about one
        person.
      </p>
      <ul class="bare">
        {trends.map(({ scenarioId, title, metCount, allCount, quarters }) => (
          <li key={scenarioId}>
            <span>{title}</span>
            <QuarterBars quarters={quarters} />
            <span>
              {allCount < FEW_COUNT
                ? `${metCount} of ${allCount}, too few to tell`
                : `${Math.round((100 * metCount) / allCount)} % of ${allCount} met`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
