/** What a person judges: outcome, manner in the shape of PINTS, the whole, and entrustment. */
import type { ComponentChildren } from "preact";
import type { DraftRating } from "./ratingDraft.ts";
import { CATEGORY_NAMES, type Category, MANNER, OUTCOMES } from "./ratingWords.ts";

const SCORES = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4] as const;

const ENTRUSTMENT = [
  "may watch only",
  "with a supervisor at the console",
  "with a supervisor in the room",
  "with a supervisor on call",
  "may supervise others",
] as const;

const GLOBAL = ["poor", "below standard", "at standard", "good", "excellent"] as const;

interface RatingFieldsProps {
  readonly rating: DraftRating;
  readonly onChange: (rating: DraftRating) => void;
  /** What whoever chooses the outcome has to know there. */
  readonly outcomeNote?: ComponentChildren;
}

const scoreOf = (text: string): number | null => (text === "" ? null : Number(text));

export function RatingFields({ rating, onChange, outcomeNote }: RatingFieldsProps) {
  const setManner = (category: Category, index: number, text: string) => {
    const scores = rating.manner[category].map((old, at) => (at === index ? scoreOf(text) : old));
    onChange({ ...rating, manner: { ...rating.manner, [category]: scores } });
  };
  return (
    <>
      <h2>You judge</h2>
      {(Object.keys(MANNER) as Category[]).map((category) => (
        <fieldset key={category} class="parts">
          <legend>{CATEGORY_NAMES[category]}, 0.5 to 4.0</legend>
          {MANNER[category].map((element, index) => (
            <label key={element}>
              {element}
              <select
                value={rating.manner[category][index] ?? ""}
                onChange={(event) => setManner(category, index, event.currentTarget.value)}
              >
                <option value="">not rated</option>
                {SCORES.map((score) => (
                  <option key={score} value={score}>
                    {score.toFixed(1)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </fieldset>
      ))}
      <Steps
        label="The whole"
        words={GLOBAL}
        value={rating.globalScore}
        onValue={(globalScore) => onChange({ ...rating, globalScore })}
      />
      <Steps
        label="Next time"
        words={ENTRUSTMENT}
        value={rating.entrustmentScore}
        onValue={(entrustmentScore) => onChange({ ...rating, entrustmentScore })}
      />
      {outcomeNote}
      <label>
        Outcome
        <select
          required
          value={rating.outcome}
          onChange={(event) =>
            onChange({ ...rating, outcome: event.currentTarget.value as DraftRating["outcome"] })
          }
        >
          <option value="">not decided</option>
          {Object.entries(OUTCOMES).map(([outcome, word]) => (
            <option key={outcome} value={outcome}>
              {word}
            </option>
          ))}
        </select>
      </label>
      <label>
        Comment (no patient's name)
        <textarea
          value={rating.comment}
          onInput={(event) => onChange({ ...rating, comment: event.currentTarget.value })}
        />
      </label>
    </>
  );
}

interface StepsProps {
  readonly label: string;
  readonly words: readonly string[];
  readonly value: number | null;
  readonly onValue: (value: number | null) => void;
}

function Steps({ label, words, value, onValue }: StepsProps) {
  return (
    <label>
      {label}
      <select value={value ?? ""} onChange={(event) => onValue(scoreOf(event.currentTarget.value))}>
        <option value="">not rated</option>
        {words.map((word, index) => (
          <option key={word} value={index + 1}>
            {index + 1}: {word}
          </option>
        ))}
      </select>
    </label>
  );
}
