/**
 * The alarm conditions of the mock console: priority, words, delay. Priorities and delays without
 * another source are set by us; clinical.md 0.3 and 0.5, standards.md 1.7 are where they start from.
 */

export const ALARM_PRIORITIES = ["high", "medium", "low"] as const;
export type AlarmPriority = (typeof ALARM_PRIORITIES)[number];

export interface AlarmDefinition {
  readonly id: string;
  readonly priority: AlarmPriority;
  /** What the bar says first. */
  readonly title: string;
  /** What it usually means and what follows, one sentence. */
  readonly text: string;
  /** How long the condition must hold before the alarm is raised, in seconds. */
  readonly delayS: number;
  /** Stays until acknowledged after the condition has gone. */
  readonly latching: boolean;
  readonly source: string;
}

const set = "set by us (PROVISIONAL)";
const alarm = (
  id: string,
  priority: AlarmPriority,
  title: string,
  text: string,
  delayS: number,
  latching: boolean,
  source: string = set,
) => ({ id, priority, title, text, delayS, latching, source }) as const;

export const ALARMS = [
  alarm(
    "arterialPumpStop",
    "high",
    "Arterial pump stopped",
    "The drive of the head that carries the arterial boot stands still.",
    0.4,
    false,
    "clinical.md A1.2 (0.3–1 s)",
  ),
  alarm("noForwardFlow", "high", "No forward flow", "Flow probe below 0.5 L/min.", 1, false),
  alarm(
    "reverseFlow",
    "high",
    "Reverse flow",
    "Blood runs back from the patient.",
    0.5,
    false,
    "standards.md 2.9 (−0.05 L/min for 0.5 s)",
  ),
  alarm(
    "linePressureStop",
    "high",
    "Arterial line pressure",
    "Above the stop limit.",
    0.1,
    true,
    "clinical.md 0.3",
  ),
  alarm(
    "linePressureHigh",
    "medium",
    "Line pressure high",
    "Above the alert limit.",
    0.5,
    false,
    "clinical.md 0.3",
  ),
  alarm(
    "premembraneHigh",
    "medium",
    "Pre-membrane pressure high",
    "Look for a clot or a clamp after the membrane.",
    1,
    false,
  ),
  alarm(
    "levelLow",
    "high",
    "Reservoir level low",
    "At or below the level sensor.",
    0.2,
    true,
    "clinical.md 0.3",
  ),
  alarm(
    "timeToEmpty",
    "medium",
    "Reservoir empties soon",
    "Less than 10 s of flow left.",
    0.5,
    false,
    "clinical.md 0.4 [S46]",
  ),
  alarm(
    "bubble",
    "high",
    "Bubbles in the arterial line",
    "Bubble detector tripped.",
    0.02,
    true,
    "clinical.md 0.5 [S35]",
  ),
  alarm("overload", "high", "Pump overload", "Drive current above its limit.", 0.1, true),
  alarm("headFault", "high", "Pump head fault", "A head reports a fault.", 0.2, false),
  alarm("coverOpen", "medium", "Cover open", "The interlock holds the head.", 0.2, false),
  alarm(
    "consolePower",
    "high",
    "Console power lost",
    "Every head has stopped. Crank by hand.",
    0.2,
    false,
  ),
  alarm("onBattery", "medium", "On battery", "Mains power lost.", 0.2, false, "clinical.md B4"),
  alarm(
    "electronicClampClosed",
    "medium",
    "Electronic clamp closed",
    "The arterial clamp reports closed.",
    0.2,
    false,
  ),
  alarm(
    "mapLow",
    "high",
    "MAP low",
    "Below the low limit.",
    4,
    false,
    "standards.md 1.6 (low 4 s), limit clinical.md 0.3",
  ),
  alarm(
    "mapHigh",
    "medium",
    "MAP high",
    "Above the high limit.",
    10,
    false,
    "standards.md 1.6 (high 10 s), limit clinical.md 0.3",
  ),
  alarm("cvpHigh", "medium", "CVP high", "Venous pressure above its limit.", 4, false),
  alarm(
    "nirsLow",
    "medium",
    "Cerebral saturation low",
    "20 % below baseline for 15 s.",
    15,
    false,
    "clinical.md 0.4 [S64]",
  ),
  alarm("svo2Low", "medium", "Venous saturation low", "SvO2 below 60 %.", 5, false),
  alarm(
    "svo2NoFlow",
    "low",
    "SvO2: no flow",
    "No blood passes the venous sensor.",
    3,
    false,
    "clinical.md A1.2",
  ),
  alarm(
    "indexLow",
    "medium",
    "Flow index low",
    "Below 1.8 L/min/m².",
    5,
    false,
    "clinical.md 0.3 [S63]",
  ),
  alarm(
    "sweepStillBlood",
    "medium",
    "Sweep on, blood still",
    "Gas runs over standing blood.",
    20,
    false,
    "clinical.md 0.3 [S50]",
  ),
  alarm(
    "safetyNotArmed",
    "low",
    "Safety device not armed",
    "A device does not stop the pump that carries the patient.",
    3,
    false,
  ),
  alarm(
    "overrideActive",
    "medium",
    "Safety override active",
    "A safety device is overridden.",
    0,
    false,
  ),
  alarm(
    "crankFatigue",
    "low",
    "Crank: hand over",
    "The same hands have turned for two minutes.",
    0,
    false,
    "clinical.md A1.4",
  ),
  alarm("flowProbeFailed", "low", "Flow probe: no signal", "Check probe and gel.", 1, false),
  alarm(
    "waterOff",
    "low",
    "Heater-cooler stopped",
    "No water flows through the exchanger.",
    5,
    false,
  ),
] as const satisfies readonly AlarmDefinition[];

export type AlarmId = (typeof ALARMS)[number]["id"];
export const ALARM_IDS = ALARMS.map((definition) => definition.id) as readonly AlarmId[];
