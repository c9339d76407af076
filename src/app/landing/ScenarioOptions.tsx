/** Everything that can be played, in a list to choose from: scenarios by their titles, then what is made of a normal case. */
interface Offered {
  readonly id: string;
  readonly title: string;
}

interface ScenarioOptionsProps {
  readonly scenarios: readonly Offered[];
  readonly compositions: readonly Offered[];
  readonly theatreLists: readonly Offered[];
  /** What is said of compositions where they can only be practised. */
  readonly note?: string;
}

export function ScenarioOptions(props: ScenarioOptionsProps) {
  const { scenarios, compositions, theatreLists, note = "" } = props;
  return (
    <>
      <Options offered={scenarios} />
      <Group label={`A normal case; something may come${note}`} offered={compositions} />
      <Group label="A normal case; patients who need something else" offered={theatreLists} />
    </>
  );
}

function Group({
  label,
  offered,
}: {
  readonly label: string;
  readonly offered: readonly Offered[];
}) {
  if (offered.length === 0) return null;
  return (
    <optgroup label={label}>
      <Options offered={offered} />
    </optgroup>
  );
}

function Options({ offered }: { readonly offered: readonly Offered[] }) {
  return (
    <>
      {offered.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </>
  );
}
