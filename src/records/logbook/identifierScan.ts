/**
 * Looks for what could name a patient in free text: a logbook is about the perfusionist. It warns and
 * never blocks, since it cannot know; what it misses is the writer's to see (docs/records.md).
 */
export type IdentifierKind = "number" | "birthDate" | "name" | "initials" | "contact" | "age";

export interface Finding {
  readonly kind: IdentifierKind;
  /** The words that look like one. */
  readonly excerpt: string;
}

const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";

const PATTERNS: readonly (readonly [IdentifierKind, RegExp])[] = [
  ["contact", /\b[\w.+-]+@[\w-]+\.[\w.]+\b/g],
  ["birthDate", /\b(?:dob|d\.o\.b\.|born|date of birth)\b[^;]{0,24}\d/gi],
  [
    "birthDate",
    new RegExp(`\\b\\d{1,2}[./ -](?:\\d{1,2}|${MONTH})[./ -](?:19|20)?\\d{2}\\b`, "gi"),
  ],
  [
    "number",
    /\b(?:mrn|urn|ur|nhi|nhs|umrn|hospital no|medicare|case no)\b[ .:#]*[a-z]{0,3}\d{3,}/gi,
  ],
  ["number", /\b[A-Z]{0,3}\d[\d -]{5,}\d\b/g],
  ["name", /\b(?:[Mm]rs?|[Mm]s|[Mm]iss|[Mm]x|[Mm]aster|[Bb]aby)\b\.? +[A-Z][\p{L}'-]+/gu],
  [
    "name",
    /\b(?:patient|pt|pat)\b[ :]+(?:is |was |named |called )?[A-Z][\p{L}'-]+ +[A-Z][\p{L}'-]+/gu,
  ],
  ["initials", /\b(?:patient|pt|pat)\b[ :]+[A-Z]\.? ?[A-Z]\.?(?![\p{L}])/gu],
  [
    "age",
    /\b\d{1,3}[ -]?(?:year|yr|y\/?o|yo)[a-z-]*[ -]?(?:old)?[ -]?(?:male|female|man|woman|boy|girl|m|f)\b/gi,
  ],
];

/** Whether the words lie within others that were found already. */
const isWithin = (excerpt: string, found: readonly Finding[]): boolean =>
  found.some((one) => one.excerpt.includes(excerpt));

/** What in the text could name a patient, in the order of kinds above. */
export function scanForIdentifiers(text: string): readonly Finding[] {
  const found: Finding[] = [];
  for (const [kind, pattern] of PATTERNS) {
    for (const [match] of text.matchAll(pattern)) {
      const excerpt = match.trim();
      if (!isWithin(excerpt, found)) found.push({ kind, excerpt });
    }
  }
  return found;
}
