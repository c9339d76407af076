/** Hidden truth: what is shown and what is so, side by side; where they part is marked. */
import { TRUTHS, truthText } from "./truths.ts";

export function Truths({ readings }: { readonly readings: Float64Array }) {
  return (
    <table class="truth">
      <thead>
        <tr>
          <th scope="col">Hidden truth</th>
          <th scope="col">Shown</th>
          <th scope="col">True</th>
        </tr>
      </thead>
      <tbody>
        {TRUTHS.map((truth) => {
          const shown = truthText(readings, truth.shown, truth);
          const isSo = truthText(readings, truth.true, truth);
          const differs = shown !== "" && shown !== isSo;
          return (
            <tr key={truth.name} class={differs ? "differs" : ""}>
              <th scope="row">{truth.name}</th>
              <td>{shown}</td>
              <td>
                {differs && <span class="visually-hidden">differs: </span>}
                {isSo}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
