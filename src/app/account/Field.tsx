/** A labelled input of a form. */
import type { ComponentProps } from "preact";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly type?: "text" | "email" | "password";
  readonly autoComplete?: ComponentProps<"input">["autoComplete"];
  readonly note?: string;
}

export function Field({ label, value, onValue, type = "text", autoComplete, note }: FieldProps) {
  return (
    <label>
      {label}
      <input
        {
          ...({ type } as { type: "text" }) /* the kinds differ in nothing that is used here */
        }
        value={value}
        required
        autoComplete={autoComplete ?? "off"}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {note && <span class="soft small">{note}</span>}
    </label>
  );
}
