/**
 * What happened in a run that a perfusion record has to hold (clinical.md C31), read from its facts and from
 * the true flow: on and off bypass, clamp, cardioplegia, drugs and fluids, water, ventilation, incident.
 */
import { sToTicks } from "../../kernel/tick.ts";
import type { Fact } from "../../world/contract/facts.ts";
import type { RecordEvent } from "../../world/contract/record.ts";
import type { CaseFact, Trends } from "../contract/protocol.ts";
import { trendMean } from "./trendMean.ts";

export interface TrueEvent {
  readonly event: RecordEvent;
  readonly tick: number;
}

/** Full flow and low flow by index (clinical.md C29, C31), and what is no flow at all, L/min. */
const FULL_INDEX_LPM_PER_M2 = 2.2;
const LOW_INDEX_LPM_PER_M2 = 1.5;
const STILL_LPM = 0.5;
/** Shorter than this it is a hand on the knob. */
const STRETCH_S = 10;
/** What is done again so soon is one event: a bag in two pours, a rate set twice (set by us). */
const SAME_EVENT_S = 120;
const SET_POINT_STEP_C = 0.5;

/** The event that an act of the trainee or of somebody at the table is. */
function eventOfFact(fact: Fact): RecordEvent | undefined {
  if (fact.type !== "accepted" && fact.type !== "atTheTable") return undefined;
  const { action } = fact;
  switch (action.type) {
    case "surgeon.close":
      return action.site === "aortic" ? "crossClampOn" : undefined;
    case "surgeon.open":
      return action.site === "aortic" ? "crossClampOff" : undefined;
    case "surgeon.shock":
      return "defibrillation";
    case "anaesthetist.ventilate":
      return action.on ? "ventilationOn" : "ventilationOff";
    case "drug.give":
    case "drug.infuse":
    case "anaesthetist.give":
    case "anaesthetist.infuse":
      if (action.drug === "heparin" || action.drug === "protamine") return action.drug;
      return fact.type === "accepted" ? "drug" : undefined;
    case "fluid.give":
    case "reservoir.addVolume":
      return "fluid";
    case "pump.start":
      return action.head === "cardioplegia" ? "cardioplegia" : undefined;
    default:
      return undefined;
  }
}

/** Water turned up or down against what was set before. */
function eventOfWater(fact: Fact, trends: Trends): RecordEvent | undefined {
  if (fact.type !== "accepted" || fact.action.type !== "water.setPoint") return undefined;
  const before = trendMean(trends, "water.setPointC", fact.tick - trends.everyTicks, 0);
  if (before === undefined) return undefined;
  const change = fact.action.temperatureC - before;
  if (Math.abs(change) < SET_POINT_STEP_C) return undefined;
  return change > 0 ? "rewarmingBegun" : "coolingBegun";
}

interface Stretch {
  readonly fromTick: number;
  readonly toTick: number;
}

/** Stretches in which the true flow, as a mean of two seconds, is below a limit. */
function stretchesBelow(trends: Trends, endTick: number, limitLpm: number): readonly Stretch[] {
  const found: Stretch[] = [];
  let fromTick = -1;
  for (let tick = 0; tick <= endTick; tick += trends.everyTicks) {
    const flow = trendMean(trends, "circuit.arterialFlowTrueLpm", tick, 1) ?? limitLpm;
    if (flow < limitLpm && fromTick < 0) fromTick = tick;
    if (flow >= limitLpm && fromTick >= 0) {
      found.push({ fromTick, toTick: tick });
      fromTick = -1;
    }
  }
  if (fromTick >= 0) found.push({ fromTick, toTick: endTick });
  return found.filter((one) => one.toTick - one.fromTick >= sToTicks(STRETCH_S));
}

/** Going on and coming off bypass, and every stretch of low flow between. */
function flowEvents(trends: Trends, endTick: number, surfaceM2: number): readonly TrueEvent[] {
  const events: TrueEvent[] = [];
  const still = stretchesBelow(trends, endTick, STILL_LPM);
  const low = stretchesBelow(trends, endTick, LOW_INDEX_LPM_PER_M2 * surfaceM2);
  const first = still.find(({ fromTick }) => fromTick === 0);
  const last = still.find(({ toTick }) => toTick === endTick);
  if (first !== undefined && first !== last) {
    events.push({ event: "onBypass", tick: first.toTick });
    const climb = stretchesBelow(trends, endTick, FULL_INDEX_LPM_PER_M2 * surfaceM2);
    const full = climb.find(({ fromTick, toTick }) => fromTick === 0 && toTick < endTick);
    if (full !== undefined) events.push({ event: "fullFlow", tick: full.toTick });
  }
  if (last !== undefined && last !== first)
    events.push({ event: "offBypass", tick: last.fromTick });
  for (const { fromTick, toTick } of low) {
    if (fromTick > 0 && toTick < endTick) events.push({ event: "lowFlow", tick: fromTick });
  }
  return events;
}

/** The first sign of what had been broken; where nothing was, there is no incident. */
function incidents(facts: readonly CaseFact[]): readonly TrueEvent[] {
  const onset = facts.find(({ type }) => type === "onset");
  if (onset === undefined) return [];
  const isBroken = facts.some(({ type, tick }) => type === "faultInjected" && tick <= onset.tick);
  return isBroken ? [{ event: "incident", tick: onset.tick }] : [];
}

/** Everything that should stand in the record, by time. */
export function trueEvents(
  facts: readonly CaseFact[],
  trends: Trends,
  { endTick, surfaceM2 }: { readonly endTick: number; readonly surfaceM2: number },
): readonly TrueEvent[] {
  const lastTick = new Map<RecordEvent, number>();
  const events: TrueEvent[] = [];
  for (const fact of facts) {
    const event = eventOfFact(fact as Fact) ?? eventOfWater(fact as Fact, trends);
    if (event === undefined) continue;
    const before = lastTick.get(event);
    lastTick.set(event, fact.tick);
    if (before === undefined || fact.tick - before > sToTicks(SAME_EVENT_S))
      events.push({ event, tick: fact.tick });
  }
  events.push(...incidents(facts), ...flowEvents(trends, endTick, surfaceM2));
  return events.sort((one, other) => one.tick - other.tick);
}
