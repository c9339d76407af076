/** One labelled input or choice of the department's forms. */

interface FormLineProps {
  readonly label: string;
  readonly value: string;
  readonly type?: "text" | "date" | "number";
  readonly isRequired?: boolean;
  readonly onValue: (value: string) => void;
}

export function FormLine({ label, value, type = "text", isRequired, onValue }: FormLineProps) {
  return (
    <label>
      {label}
      <input
        {
          ...({ type } as { type: "text" }) /* the kinds differ in nothing that is used here */
        }
        required={isRequired === true}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </label>
  );
}

interface FormChoiceProps {
  readonly label: string;
  readonly value: string;
  /** The words of each value, in order. */
  readonly words: Readonly<Record<string, string>>;
  readonly onValue: (value: string) => void;
}

export function FormChoice({ label, value, words, onValue }: FormChoiceProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {Object.entries(words).map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
