/**
 * Solves the symmetric system of a hydraulic sub-step by elimination without pivoting. Which entries
 * can ever differ from zero follows from the plumbing, so the order of elimination (fewest neighbours
 * first, ties by position) and every step of it are worked out once. The matrix is diagonally dominant
 * (compliances and conductances are positive), so it needs no pivoting.
 */

export interface Solver {
  /** Diagonal of the matrix, one entry a node; the caller fills it before each solution. */
  readonly diagonal: Float64Array;
  /** Entries beside the diagonal, at the places `placeOf` gives; the caller fills them. */
  readonly beside: Float64Array;
  /** Place in `beside` of the entry for two nodes. */
  placeOf(a: number, b: number): number;
  /** Solve for `right` in place; what the caller filled is used up. */
  solve(right: Float64Array): void;
}

interface Plan {
  readonly order: readonly number[];
  /** Nodes still to be eliminated that a node touches when its turn comes. */
  readonly touched: readonly (readonly number[])[];
}

/** Elimination by least degree: the node with the fewest neighbours left goes first. */
function planElimination(n: number, pairs: readonly (readonly [number, number])[]): Plan {
  const neighbours = Array.from({ length: n }, () => new Set<number>());
  for (const [a, b] of pairs) {
    neighbours[a]?.add(b);
    neighbours[b]?.add(a);
  }
  const left = new Set(Array.from({ length: n }, (_, node) => node));
  const order: number[] = [];
  const touched: number[][] = Array.from({ length: n }, () => []);
  while (left.size > 0) {
    const degree = (node: number): number => (neighbours[node] as Set<number>).size;
    const next = [...left].reduce((best, node) => (degree(node) < degree(best) ? node : best));
    const around = [...(neighbours[next] as Set<number>)].sort((a, b) => a - b);
    for (const a of around) {
      neighbours[a]?.delete(next);
      for (const b of around) if (a !== b) neighbours[a]?.add(b);
    }
    touched[next] = around;
    order.push(next);
    left.delete(next);
  }
  return { order, touched };
}

/** A solver for `n` unknowns, of which `pairs` are joined. */
export function createSolver(n: number, pairs: readonly (readonly [number, number])[]): Solver {
  const { order, touched } = planElimination(n, pairs);
  const places = new Map<number, number>();
  const key = (a: number, b: number): number => Math.min(a, b) * n + Math.max(a, b);
  for (const node of order) {
    for (const other of touched[node] as readonly number[]) {
      if (!places.has(key(node, other))) places.set(key(node, other), places.size);
    }
  }
  const placeOf = (a: number, b: number): number => places.get(key(a, b)) as number;
  const pivots = Int32Array.from(order);
  const firstOf = new Int32Array(n + 1);
  const rows: number[] = [];
  const rowPlaces: number[] = [];
  const targets: number[] = [];
  order.forEach((node, turn) => {
    const around = touched[node] as readonly number[];
    for (let i = 0; i < around.length; i += 1) {
      const row = around[i] as number;
      rows.push(row);
      rowPlaces.push(placeOf(node, row));
      for (let j = i + 1; j < around.length; j += 1)
        targets.push(placeOf(row, around[j] as number));
    }
    firstOf[turn + 1] = rows.length;
  });
  const rowOf = Int32Array.from(rows);
  const placeOfRow = Int32Array.from(rowPlaces);
  const targetOf = Int32Array.from(targets);
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(places.size);

  function eliminate(right: Float64Array): void {
    let target = 0;
    for (let turn = 0; turn < n; turn += 1) {
      const pivot = pivots[turn] as number;
      const inverse = 1 / (diagonal[pivot] as number);
      const end = firstOf[turn + 1] as number;
      for (let i = firstOf[turn] as number; i < end; i += 1) {
        const entry = beside[placeOfRow[i] as number] as number;
        const factor = entry * inverse;
        const row = rowOf[i] as number;
        diagonal[row] -= factor * entry;
        right[row] -= factor * right[pivot];
        for (let j = i + 1; j < end; j += 1) {
          beside[targetOf[target] as number] -= factor * beside[placeOfRow[j] as number];
          target += 1;
        }
      }
    }
  }

  function substitute(right: Float64Array): void {
    for (let turn = n - 1; turn >= 0; turn -= 1) {
      const pivot = pivots[turn] as number;
      let sum = right[pivot] as number;
      const end = firstOf[turn + 1] as number;
      for (let i = firstOf[turn] as number; i < end; i += 1) {
        sum -= beside[placeOfRow[i] as number] * right[rowOf[i] as number];
      }
      right[pivot] = sum / (diagonal[pivot] as number);
    }
  }

  return {
    diagonal,
    beside,
    placeOf,
    solve(right) {
      eliminate(right);
      substitute(right);
    },
  };
}
