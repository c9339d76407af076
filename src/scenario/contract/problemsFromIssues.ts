/**
 * Turns what zod found into problems an author can act on: one sentence each, the place in the
 * file, and the word that was probably meant. Of a union only the branch that was meant speaks.
 */
import type { z } from "zod";
import { failure, type Problem, type Result, success } from "../../kernel/result.ts";
import { closest } from "../../kernel/suggest.ts";
import { keysAt, keysBeside } from "./schemaKeys.ts";
import { type DataPath, type DataSource, problemAt, valueAt } from "./source.ts";

type Issue = z.core.$ZodIssue;

const GUESSED_LETTERS_MIN = 3;
const LISTED_MAX = 20; // a longer list is in the documentation

/** What the data is after the schema, or every problem in it. */
export function parseSource<T>(
  source: DataSource,
  schema: z.ZodType<T>,
  codePrefix: string,
): Result<T> {
  const parsed = schema.safeParse(source.data);
  if (parsed.success) return success(parsed.data);
  const problems = parsed.error.issues.flatMap((issue) =>
    problemsOf({ source, schema, codePrefix }, issue, []),
  );
  return failure(problems[0], ...problems.slice(1));
}

interface Context {
  readonly source: DataSource;
  readonly schema: z.core.$ZodType;
  readonly codePrefix: string;
}

function problemsOf(context: Context, issue: Issue, base: DataPath): readonly Problem[] {
  const path = [...base, ...(issue.path as DataPath)];
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const branch = likeliestBranch(issue.errors);
    if (branch !== undefined) return branch.flatMap((one) => problemsOf(context, one, path));
  }
  if (issue.code === "invalid_union" && issue.discriminator !== undefined) {
    return [unknownKind(context, issue, path)];
  }
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => unknownKey(context, [...path, key]));
  }
  return [plainProblem(context, issue, path)];
}

/** An author who got one key right meant that branch: the fewest complaints at the top win. */
function likeliestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const wrongAtTop = (issues: readonly Issue[]): number =>
    issues.reduce((sum, issue) => {
      if (issue.path.length > 1) return sum;
      if (issue.code === "unrecognized_keys") return sum + 2 * issue.keys.length;
      return sum + (isMissing(issue) || issue.path.length === 0 ? 3 : 1);
    }, 0);
  return [...branches].sort((a, b) => wrongAtTop(a) - wrongAtTop(b))[0];
}

type UnionIssue = Extract<Issue, { code: "invalid_union" }>;

/** The key that says which of several kinds this is names none of them, or is not there. */
function unknownKind({ source, codePrefix }: Context, issue: UnionIssue, path: DataPath): Problem {
  const name = String(issue.discriminator);
  const found = valueAt(source.data, path);
  const kinds = "options" in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
  if (found === undefined) {
    const sentence = `"${name}" is missing.`;
    const remedy = `Add it: it says what this is.`;
    return problemAt(source, { code: `${codePrefix}.missing`, path, sentence, remedy });
  }
  return problemAt(source, {
    code: `${codePrefix}.unknownValue`,
    path,
    sentence: `${quoted(found)} is not known here.`,
    remedy: typeof found === "string" ? meant(found, kinds) : undefined,
  });
}

const isMissing = (issue: Issue): boolean =>
  issue.code === "invalid_type" && issue.message.endsWith("received undefined");

function unknownKey({ source, schema, codePrefix }: Context, path: DataPath): Problem {
  const key = String(path[path.length - 1]);
  const place = path.slice(0, -1);
  const others = Object.keys(valueAt(source.data, place) ?? {}).filter((one) => one !== key);
  const known = keysBeside(schema, place, others).filter((one) => one !== key);
  const guess = guessed(key, known);
  const belongs = source.keyHints?.whereItBelongs(source, schema, path, guess === undefined);
  const verdict = keysAt(schema, place).includes(key)
    ? `The key "${key}" does not go with the others here`
    : `There is no key "${key}" here`;
  const moved = belongs === undefined ? [] : ["Move it there, or take it out."];
  return problemAt(source, {
    code: `${codePrefix}.unknownKey`,
    path,
    sentence: `${[verdict, ...(belongs === undefined ? [] : [belongs])].join(": ")}.`,
    remedy: guess ?? ([...moved, meant(key, known) ?? ""].join(" ").trim() || undefined),
  });
}

/** "Did you mean …?", or nothing when nothing is near. */
function guessed(word: string, known: readonly string[]): string | undefined {
  // Any letter is one edit away from any other: a guess at so short a word says nothing.
  const guess = word.length < GUESSED_LETTERS_MIN ? undefined : closest(word, known);
  return guess === undefined ? undefined : `Did you mean "${guess}"?`;
}

/** "Did you mean …?", or what there is to choose from when nothing is near. */
export function meant(word: string, known: readonly string[]): string | undefined {
  const guess = guessed(word, known);
  if (guess !== undefined) return guess;
  if (known.length === 0 || known.length > LISTED_MAX) return undefined;
  return `Known here: ${known.join(", ")}.`;
}

function plainProblem(
  { source, schema, codePrefix }: Context,
  issue: Issue,
  path: DataPath,
): Problem {
  const found = valueAt(source.data, path);
  const name = path.length === 0 ? "The file" : `"${String(path[path.length - 1])}"`;
  if (issue.code === "invalid_type" && found === undefined) {
    return problemAt(source, {
      code: `${codePrefix}.missing`,
      path,
      sentence: `${name} is missing.`,
      remedy: `Add it; it is ${article(issue.expected)}.`,
    });
  }
  if (issue.code === "invalid_type") {
    const code = `${codePrefix}.wrongType`;
    const taken = source.keyHints?.takenForName(source, schema, path);
    if (taken !== undefined) return problemAt(source, { code, path, ...taken });
    const sentence = `${name} must be ${article(issue.expected)}, not ${kindOf(found)}.`;
    return problemAt(source, { code, path, sentence });
  }
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    return problemAt(source, {
      code: `${codePrefix}.unknownValue`,
      path,
      sentence: `${quoted(found)} is not known here.`,
      remedy: meant(typeof found === "string" ? found : "", values),
    });
  }
  if (issue.code === "too_small" || issue.code === "too_big") {
    const isSmall = issue.code === "too_small";
    const limit = isSmall ? issue.minimum : issue.maximum;
    const bound =
      issue.inclusive === false
        ? `${isSmall ? "more" : "less"} than`
        : `at ${isSmall ? "least" : "most"}`;
    return problemAt(source, {
      code: `${codePrefix}.outOfRange`,
      path,
      sentence: `${name} must be ${bound} ${limit}, not ${sizeOf(found)}.`,
    });
  }
  return problemAt(source, {
    code: `${codePrefix}.wrong`,
    path,
    sentence: `${name} is not right: ${issue.message}.`,
  });
}

const article = (what: string): string => (/^[aeio]/.test(what) ? `an ${what}` : `a ${what}`);

/** A text in quotation marks; anything else by what it is. */
const quoted = (value: unknown): string =>
  typeof value === "string" ? `"${value}"` : capitalised(kindOf(value));

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? `the text "${value}"` : "a group of keys";
}

function sizeOf(value: unknown): string {
  if (Array.isArray(value)) return `${value.length} items`;
  return typeof value === "string" ? `${value.length} letters` : kindOf(value);
}
