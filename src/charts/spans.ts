/** Stretches of time in which a column of samples stays below a limit. */

export interface Span {
  readonly fromS: number;
  readonly toS: number;
}

export interface SpanOptions {
  readonly below: number;
  /** Shorter stretches are left out. */
  readonly durationSMin: number;
}

/** The stretches, in order; both columns have one value per sample. */
export function spansBelow(
  timesS: ArrayLike<number>,
  values: ArrayLike<number>,
  { below, durationSMin }: SpanOptions,
): readonly Span[] {
  const spans: Span[] = [];
  let fromS: number | undefined;
  const close = (toS: number) => {
    if (fromS !== undefined && toS - fromS >= durationSMin) spans.push({ fromS, toS });
    fromS = undefined;
  };
  for (let index = 0; index < timesS.length; index++) {
    if (values[index] < below) fromS ??= timesS[index];
    else close(timesS[index]);
  }
  if (timesS.length > 0) close(timesS[timesS.length - 1]);
  return spans;
}
