/** The command line: finds the command, and turns everything that goes wrong into a sentence. */
import { parseArgs } from "node:util";
import { closest } from "../kernel/suggest.ts";
import { NOTICE } from "../session/contract/notice.ts";
import { type Command, type Given, type Output, problemText, Refusal, refuse } from "./command.ts";
import { actionsCommand } from "./commands/actions.ts";
import { backUpCommand } from "./commands/backUp.ts";
import { benchCommand } from "./commands/bench.ts";
import { checkCommand } from "./commands/check.ts";
import { drugsCommand } from "./commands/drugs.ts";
import { faultsCommand } from "./commands/faults.ts";
import { incidentsCommand } from "./commands/incidents.ts";
import { moveToPostgresCommand } from "./commands/moveToPostgres.ts";
import { replayCommand } from "./commands/replay.ts";
import { rescoreCommand } from "./commands/rescore.ts";
import { restoreCommand } from "./commands/restore.ts";
import { runCommand } from "./commands/run.ts";
import { signalsCommand } from "./commands/signals.ts";
import { validateCommand } from "./commands/validate.ts";
import { verifyCommand } from "./commands/verify.ts";
import { verifyPackCommand } from "./commands/verifyPack.ts";
import { wordsCommand } from "./commands/words.ts";
import { EXIT, EXIT_HELP, type ExitCode } from "./exitCodes.ts";

const COMMANDS: readonly Command[] = [
  runCommand,
  replayCommand,
  rescoreCommand,
  checkCommand,
  signalsCommand,
  actionsCommand,
  drugsCommand,
  faultsCommand,
  wordsCommand,
  incidentsCommand,
  benchCommand,
  validateCommand,
  verifyCommand,
  verifyPackCommand,
  backUpCommand,
  restoreCommand,
  moveToPostgresCommand,
];

const NAME_WIDTH = Math.max(...COMMANDS.map(({ name }) => name.length)) + 1;
const HELP = `onbypass <command> [options]

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(NAME_WIDTH)} ${summary}`).join("\n")}

  onbypass <command> --help   what it takes

${EXIT_HELP}

${NOTICE}
`;

function givenTo(command: Command, args: readonly string[]): Given {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...command.options, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
      strict: true,
    });
    return { values: values as Given["values"], positionals };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, wrong] = /Unknown option '--?([^']+)'/.exec(message) ?? [];
    const guess = wrong && closest(wrong, Object.keys(command.options));
    return refuse({
      code: "cli.option",
      place: wrong === undefined ? command.name : `--${wrong}`,
      sentence:
        wrong === undefined
          ? `${message.split(". ")[0]?.replace(/\.$/, "")}.`
          : `${command.name} has no option --${wrong}.`,
      remedy: guess ? `Did you mean --${guess}?` : `See: onbypass ${command.name} --help`,
    });
  }
}

async function dispatch(args: readonly string[], output: Output): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    output.out(HELP);
    return name === undefined ? EXIT.badInput : EXIT.ok;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) {
    const names = COMMANDS.map((one) => one.name);
    const guess = closest(name, names);
    return refuse({
      code: "cli.command",
      place: "onbypass",
      sentence: `There is no command "${name}".`,
      remedy: guess ? `Did you mean "${guess}"?` : `There are ${names.join(", ")}.`,
    });
  }
  const given = givenTo(command, rest);
  if (given.values["help"] === true) {
    output.out(`${command.help}\n\n${EXIT_HELP}\n\n${NOTICE}\n`);
    return EXIT.ok;
  }
  return command.run(given, output);
}

/** Runs one command line; never throws for what a person can mend. */
export async function runCommandLine(args: readonly string[], output: Output): Promise<ExitCode> {
  try {
    return await dispatch(args, output);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    for (const problem of error.problems) output.say(`${problemText(problem)}\n`);
    return error.exitCode;
  }
}
