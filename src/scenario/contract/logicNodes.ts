/** Nodes that join other conditions: all, any, at least so many, not, and the ones about time. */
import { sToTicks } from "../../kernel/tick.ts";
import {
  type ConditionNode,
  hold,
  NEVER,
  newestTick,
  truthTick,
  type Update,
} from "./conditionNode.ts";
import type { Moment } from "./moment.ts";

const noWords = () => "";
/** Where the answers of other nodes stand. */
const placesOf = (nodes: readonly ConditionNode[]): Int32Array =>
  Int32Array.from(nodes, ({ cellOffset }) => cellOffset);
const logic = (
  cellOffset: number,
  cellCount: number,
  children: readonly ConditionNode[],
  update: Update,
): ConditionNode => ({
  cellOffset,
  cellCount,
  children,
  sinceStage: false,
  words: noWords,
  update,
});

/** Logic that looks at nothing but its children: it changes when they do. */
const joined = (
  cellOffset: number,
  children: readonly ConditionNode[],
  update: Update,
): ConditionNode => ({
  ...logic(cellOffset, 1, children, update),
  byFactsOnly: children.every((child) => child.byFactsOnly === true),
});

/** True when all are; since the last of them. */
export function allNode(cellOffset: number, children: readonly ConditionNode[]): ConditionNode {
  const places = placesOf(children);
  return joined(cellOffset, children, (cells) => {
    let latestTick = 0;
    for (let at = 0; at < places.length; at += 1) {
      const tick = cells[places[at]];
      if (tick === NEVER) {
        cells[cellOffset] = NEVER;
        return;
      }
      latestTick = Math.max(latestTick, tick);
    }
    cells[cellOffset] = latestTick;
  });
}

/** True when one is; since the first of them. */
export function anyNode(cellOffset: number, children: readonly ConditionNode[]): ConditionNode {
  const places = placesOf(children);
  return joined(cellOffset, children, (cells) => {
    let earliestTick = NEVER;
    for (let at = 0; at < places.length; at += 1) {
      const tick = cells[places[at]];
      if (tick !== NEVER && (earliestTick === NEVER || tick < earliestTick)) earliestTick = tick;
    }
    cells[cellOffset] = earliestTick;
  });
}

/** True when at least so many are; since the tick that made it so many. */
export function someNode(
  cellOffset: number,
  children: readonly ConditionNode[],
  neededCount: number,
): ConditionNode {
  const places = placesOf(children);
  return joined(cellOffset, children, (cells) => {
    let trueCount = 0;
    for (let at = 0; at < places.length; at += 1) trueCount += cells[places[at]] === NEVER ? 0 : 1;
    cells[cellOffset] = NEVER;
    if (trueCount < neededCount) return;
    // The earliest tick by which so many others are true: found by counting, since a list would be made anew.
    for (let at = 0; at < places.length; at += 1) {
      const tick = cells[places[at]];
      if (tick === NEVER || (cells[cellOffset] !== NEVER && tick >= cells[cellOffset])) continue;
      let byThenCount = 0;
      for (let other = 0; other < places.length; other += 1) {
        const otherTick = cells[places[other]];
        byThenCount += otherTick !== NEVER && otherTick <= tick ? 1 : 0;
      }
      if (byThenCount >= neededCount) cells[cellOffset] = tick;
    }
  });
}

/** True while the other is not. */
export function notNode(cellOffset: number, child: ConditionNode): ConditionNode {
  const place = child.cellOffset;
  return joined(cellOffset, [child], (cells, moment) =>
    hold(cells, cellOffset, cells[place] === NEVER, moment),
  );
}

/** True once the other has been true without a break for so long. Cell 1: start of the run. */
export function holdsNode(cellOffset: number, child: ConditionNode, forS: number): ConditionNode {
  const forTicks = sToTicks(forS);
  const place = child.cellOffset;
  return logic(cellOffset, 2, [child], (cells, moment) => {
    const runCell = cellOffset + 1;
    if (cells[place] === NEVER) {
      cells[runCell] = NEVER;
      cells[cellOffset] = NEVER;
      return;
    }
    if (cells[runCell] === NEVER) cells[runCell] = moment.tick;
    const hasHeld = moment.tick - cells[runCell] >= forTicks;
    cells[cellOffset] = hasHeld ? cells[runCell] + forTicks : NEVER;
  });
}

/** True while the other is, and for so long after. Cell 1: when it was last seen true. */
export function recentlyNode(
  cellOffset: number,
  child: ConditionNode,
  withinS: number,
): ConditionNode {
  const withinTicks = sToTicks(withinS);
  const place = child.cellOffset;
  return logic(cellOffset, 2, [child], (cells, moment) => {
    const lastCell = cellOffset + 1;
    if (cells[place] !== NEVER) cells[lastCell] = moment.tick;
    const isRecent = cells[lastCell] !== NEVER && moment.tick - cells[lastCell] <= withinTicks;
    hold(cells, cellOffset, isRecent, moment);
  });
}

/** Stays true from the first time the other was. */
export function everNode(cellOffset: number, child: ConditionNode): ConditionNode {
  const place = child.cellOffset;
  return joined(cellOffset, [child], (cells) => {
    if (cells[cellOffset] === NEVER) cells[cellOffset] = cells[place];
  });
}

/** True once each was true at or after the one before it. Cell 1: how many so far; cell 2: when. */
export function inOrderNode(cellOffset: number, children: readonly ConditionNode[]): ConditionNode {
  const update: Update = (cells, moment) => {
    const countCell = cellOffset + 1;
    const tickCell = cellOffset + 2;
    let doneCount = Math.max(0, cells[countCell]);
    while (doneCount < children.length) {
      const child = children[doneCount];
      const tick = truthTick(cells, child);
      if (tick === NEVER) break;
      // An act must come after the one before it; a reading need only still be so.
      if (doneCount > 0 && newestTick(cells, child, moment.tick) < cells[tickCell]) break;
      cells[tickCell] = doneCount === 0 ? tick : Math.max(tick, cells[tickCell]);
      doneCount += 1;
    }
    cells[countCell] = doneCount;
    if (doneCount < children.length) cells[cellOffset] = NEVER;
    else if (cells[cellOffset] === NEVER)
      cells[cellOffset] = Math.min(cells[tickCell], moment.tick);
  };
  return { ...logic(cellOffset, 3, children, update), isInOrder: true };
}

/** True from so many seconds after a clock's start. */
export function elapsedNode(
  cellOffset: number,
  elapsedS: number,
  clockTick: (moment: Moment) => number,
): ConditionNode {
  const elapsedTicks = sToTicks(elapsedS);
  return logic(cellOffset, 1, [], (cells, moment) => {
    const startTick = clockTick(moment);
    const hasElapsed = startTick >= 0 && moment.tick - startTick >= elapsedTicks;
    cells[cellOffset] = hasElapsed ? startTick + elapsedTicks : NEVER;
  });
}

/** True or not, once and for all: what was drawn does not change. */
export function fixedNode(cellOffset: number, isTrue: boolean): ConditionNode {
  return joined(cellOffset, [], (cells) => {
    cells[cellOffset] = isTrue ? 0 : NEVER;
  });
}

/** True while the scenario is in one of the stages. */
export function stageNode(cellOffset: number, stages: readonly string[]): ConditionNode {
  return logic(cellOffset, 1, [], (cells, moment) => {
    cells[cellOffset] = stages.includes(moment.stage) ? moment.stageTick : NEVER;
  });
}
