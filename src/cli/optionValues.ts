/** Reads the values of options; what is not right is refused with the option's name. */
import { type Given, refuse } from "./command.ts";

const wrong = (name: string, sentence: string): never =>
  refuse({
    code: "cli.option",
    place: `--${name}`,
    sentence,
    remedy: "Add --help to see what it takes.",
  });

export function textOption({ values }: Given, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

interface NumberLimits {
  readonly min: number;
  readonly max: number;
  readonly isWhole?: boolean;
}

/** A number within limits, or the fallback when the option is not given. */
export function numberOption(
  given: Given,
  name: string,
  fallback: number,
  { min, max, isWhole = false }: NumberLimits,
): number {
  const text = textOption(given, name);
  if (text === undefined) return fallback;
  const value = Number(text);
  const kind = isWhole ? "a whole number" : "a number";
  if (text.trim() === "" || !Number.isFinite(value) || (isWhole && !Number.isInteger(value))) {
    return wrong(name, `"${text}" is not ${kind}.`);
  }
  if (value < min || value > max) {
    return wrong(name, `${text} is outside ${min} to ${max}.`);
  }
  return value;
}

/** One of a few words, or the fallback when the option is not given. */
export function choiceOption<T extends string>(
  given: Given,
  name: string,
  choices: readonly T[],
  fallback: T,
): T {
  const text = textOption(given, name);
  if (text === undefined) return fallback;
  const choice = choices.find((one) => one === text);
  return choice ?? wrong(name, `"${text}" is none of ${choices.join(", ")}.`);
}
