/** Levers in groups: how much, now or later, and back. The trainee sees only what they do. */
import { useState } from "preact/hooks";
import { canonicalJson } from "../../kernel/canonicalJson.ts";
import { sToTicks, ticksToS } from "../../kernel/tick.ts";
import type { CommandAction, JournalLine } from "../../session/contract/live.ts";
import { clockText } from "../clockText.ts";
import type { Level, Lever, LeverGroup } from "./levers.ts";
import type { SendCommand } from "./opening.ts";
import type { Armed } from "./useArmed.ts";

const DELAYS_S = [10, 30, 60, 120, 300] as const;

interface LeversProps {
  readonly groups: readonly LeverGroup[];
  readonly journal: readonly JournalLine[];
  readonly tick: number;
  readonly armed: Armed;
  readonly command: SendCommand;
}

const isSame = (one: unknown, other: unknown): boolean =>
  canonicalJson(one) === canonicalJson(other);

const commandsIn = (journal: readonly JournalLine[]) =>
  journal.flatMap(({ kind, tick, detail }) =>
    kind === "command" ? [{ tick, action: detail["action"] as CommandAction }] : [],
  );

/** When a lever was last pulled and not taken back since. */
function sentTick({ levels, undo }: Lever, journal: readonly JournalLine[]): number | undefined {
  const commands = commandsIn(journal);
  const isOf = (action: CommandAction) => levels.some((level) => isSame(level.action, action));
  const last = commands.findLast(
    ({ action }) => isOf(action) || (undo !== undefined && isSame(undo, action)),
  );
  return last !== undefined && isOf(last.action) ? last.tick : undefined;
}

export function Levers({ groups, ...props }: LeversProps) {
  const [delayS, setDelayS] = useState<number>(DELAYS_S[1]);
  return (
    <>
      <label class="delay">
        Armed ones go off after
        <select value={delayS} onChange={(event) => setDelayS(Number(event.currentTarget.value))}>
          {DELAYS_S.map((delay) => (
            <option key={delay} value={delay}>
              {clockText(delay)}
            </option>
          ))}
        </select>
      </label>
      {groups.map(({ title, levers }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <ul class="bare levers">
            {levers.map((lever) => (
              <LeverRow key={lever.title} lever={lever} delayS={delayS} {...props} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface LeverRowProps extends Omit<LeversProps, "groups"> {
  readonly lever: Lever;
  readonly delayS: number;
}

function stateText(tick: number, dueTick: number | undefined, sent: number | undefined): string {
  if (dueTick !== undefined) return `Armed: in ${clockText(ticksToS(Math.max(0, dueTick - tick)))}`;
  return sent === undefined ? "" : `Sent ${clockText(ticksToS(Math.max(0, tick - sent)))} ago`;
}

function LeverRow({ lever, journal, tick, armed, command, delayS }: LeverRowProps) {
  const { title, levels, undo } = lever;
  const [index, setIndex] = useState(0);
  const { action } = levels[index] as Level;
  const dueTick = armed.dueTick(title);
  const sent = sentTick(lever, journal);
  const state = stateText(tick, dueTick, sent);
  const arm = () => {
    if (dueTick !== undefined) armed.disarm(title);
    else armed.arm(title, { action, dueTick: tick + sToTicks(delayS) });
  };
  return (
    <li>
      <span class="lever-name">
        {title}
        {state !== "" && <span class={dueTick === undefined ? "soft" : "is-armed"}>{state}</span>}
      </span>
      {levels.length > 1 && (
        <select
          aria-label={`How much: ${title}`}
          value={index}
          onChange={(event) => setIndex(Number(event.currentTarget.value))}
        >
          {levels.map(({ word }, at) => (
            <option key={word} value={at}>
              {word}
            </option>
          ))}
        </select>
      )}
      <div class="lever-keys">
        {undo !== undefined && sent !== undefined ? (
          <button
            type="button"
            class="key"
            aria-label={`Clear: ${title}`}
            onClick={() => command(undo)}
          >
            Clear
          </button>
        ) : (
          <button
            type="button"
            class="key"
            aria-label={`${dueTick === undefined ? "Arm" : "Disarm"}: ${title}`}
            onClick={arm}
          >
            {dueTick === undefined ? "Arm" : "Disarm"}
          </button>
        )}
        <button
          type="button"
          class="key hard"
          aria-label={`Send: ${title}`}
          onClick={() => command(action)}
        >
          Send
        </button>
      </div>
    </li>
  );
}
