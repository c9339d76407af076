/**
 * Solves the symmetric system of a hydraulic sub-step by elimination without pivoting, in fixed order.
 * The matrix is diagonally dominant (compliances and conductances are positive), so it needs none.
 */

/** Solve `matrix · x = right` in place; the answer is left in `right`. Row-major, n × n. */
export function solveInPlace(matrix: Float64Array, right: Float64Array, n: number): void {
  for (let pivot = 0; pivot < n; pivot += 1) {
    const pivotRow = pivot * n;
    const inverse = 1 / matrix[pivotRow + pivot];
    for (let row = pivot + 1; row < n; row += 1) {
      const below = matrix[row * n + pivot];
      if (below === 0) continue;
      const factor = below * inverse;
      const rowStart = row * n;
      for (let column = pivot + 1; column < n; column += 1) {
        matrix[rowStart + column] -= factor * matrix[pivotRow + column];
      }
      right[row] -= factor * right[pivot];
    }
  }
  for (let row = n - 1; row >= 0; row -= 1) {
    const rowStart = row * n;
    let sum = right[row] as number;
    for (let column = row + 1; column < n; column += 1)
      sum -= matrix[rowStart + column] * right[column];
    right[row] = sum / matrix[rowStart + row];
  }
}
