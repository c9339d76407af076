/** Scenarios or compositions in a list to choose from, by their titles. */
interface Offered {
  readonly id: string;
  readonly title: string;
}

export function ScenarioOptions({ scenarios }: { readonly scenarios: readonly Offered[] }) {
  return (
    <>
      {scenarios.map((one) => (
        <option key={one.id} value={one.id}>
          {one.title}
        </option>
      ))}
    </>
  );
}
