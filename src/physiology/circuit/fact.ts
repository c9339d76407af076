/** A published limit or specification, found by what it is about and never by who asked. */
export interface Fact {
  /** Words that must all stand in the description of the device or situation, lower case. */
  readonly about: readonly string[];
  /** Words that must all stand in the name of the quantity, lower case. */
  readonly quantity: readonly string[];
  readonly value: number;
  readonly unit: string;
  readonly source: string;
}
