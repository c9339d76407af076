/** What to do about a problem whose finder has nothing better to say, by its code: no author is left with a verdict. */

/** Codes of one kind of file, "scenario.unknownKey", and codes that every kind can have, "unknownKey". */
const REMEDIES: Readonly<Record<string, string>> = {
  unknownKey: "Use a name that this place has; docs/scenario-authoring.md lists them.",
  unknownValue: "Use a name from `onbypass signals`, `actions` or `faults`.",
  missing: "Add what the sentence asks for.",
  wrongType: "Write the kind of value the sentence asks for.",
  wrong: "Correct it as the sentence says.",
  outOfRange: "Keep it inside the limits; `onbypass signals` shows those of a signal.",
  never: "Take away the part that cannot be, or correct its value.",
  empty: "Say what it is compared with.",
  wrongComparison: "Numbers take above and below, flags true and false, lists their values.",
  circle: "Let one of them say what it means without the other.",
  duplicate: "Give each its own id.",
  unknownStage: "Correct the name of the stage.",
  unreachableStage: "Go there from another stage, or remove it.",
  noEnd: "Lead on from it to a stage with an end.",
  afterEnd: "Remove what follows, or the end.",
  unknownVariant: "Correct the variant's id.",
  unknownDistractor: "Correct the distractor's id.",
  unknownCause: "Correct the cause's id.",
  unknownCondition: "Name it under conditions, or correct the name.",
  unknownMark: "Correct the mark's id.",
  noFault: "Give it faults, or causes that have some.",
  noCause: "Give it a cause for this pump, or take the pump out.",
  noVariant: "Write a variant for this pump, or take the pump out of draws.",
  emptyDistractor: "Give it speech or faults, or remove it.",
  faultField: "Keep both ends of the span within what `onbypass faults` shows.",
  span: "Put the smaller number in min.",
  unknownDrug: "Use a name from `onbypass drugs`.",
  missingFile: "Correct the id, or add the file to its folder.",
  pumpType: "Name a machine with that kind of arterial pump.",
  limits: "Put the target before the fail time.",
  bands: "Let green end where red has not begun.",
  sentence: "Write {value} where the number goes.",
  appliesToNone: "Correct variants, causes or pump types; or write applies: { never: why }.",
};

/** The remedy for a code, or nothing when the code is unknown here. */
export function remedyFor(code: string): string | undefined {
  return REMEDIES[code.slice(code.lastIndexOf(".") + 1)];
}
