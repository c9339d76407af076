/** Alarm limits the monitor writes beside its numerals. The alarms themselves come from the world. */
export interface MonitorLimits {
  readonly mapMinMmHg: number;
  readonly mapMaxMmHg: number;
  readonly cvpMaxMmHg: number;
  /** Fall of cerebral saturation from baseline at which its alarm is raised. */
  readonly nirsDropFraction: number;
  readonly svo2MinFraction: number;
}

/** The default profile: MAP 50–80 as in the first scenario; the rest as the alarm table words it. */
export const DEFAULT_LIMITS: MonitorLimits = {
  mapMinMmHg: 50,
  mapMaxMmHg: 80,
  cvpMaxMmHg: 15,
  nirsDropFraction: 0.2,
  svo2MinFraction: 0.6,
};
