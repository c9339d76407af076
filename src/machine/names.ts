/**
 * Names of the states a pump head, its boot and the crank can be in. State arrays hold their index in
 * these lists; the world contract shows the same lists to every other room.
 */

export const TUBES = ["quarterInch", "threeEighthsInch", "halfInch"] as const;
export type Tube = (typeof TUBES)[number];

/** Roller displacement by tube, mL per revolution. Sources: 13 [S49], 26 [S32], 45 (K) PROVISIONAL. */
export const STROKE_ML_PER_REV: readonly number[] = [13, 26, 45];

/** What sits in the raceway (or on the drive) of a bay. */
export const PUMPED_LINES = [
  "none",
  "arterialBoot",
  "ventBoot",
  "suck1Boot",
  "suck2Boot",
  "cardioplegiaBoot",
  "centrifugalCone",
] as const;
export type PumpedLine = (typeof PUMPED_LINES)[number];

export const PUMP_TYPES = ["roller", "centrifugal"] as const;
export type PumpType = (typeof PUMP_TYPES)[number];
export const CENTRIFUGAL = PUMP_TYPES.indexOf("centrifugal");

export const ROTATIONS = ["counterClockwise", "clockwise"] as const;
export type Rotation = (typeof ROTATIONS)[number];

/** Status a head shows on its own display. */
export const HEAD_STATUSES = ["off", "stop", "run", "held", "fault"] as const;
export type HeadStatus = (typeof HEAD_STATUSES)[number];

/** Local message of a head. */
export const HEAD_MESSAGES = [
  "none",
  "noPower",
  "motorFault",
  "overload",
  "coverOpen",
  "emergencyStop",
  "levelStop",
  "bubbleStop",
  "pressureStop",
  "arterialStopped",
  "runaway",
  "masterStopped",
  "safetyStop",
] as const;
export type HeadMessage = (typeof HEAD_MESSAGES)[number];
export const messageCode = (message: HeadMessage): number => HEAD_MESSAGES.indexOf(message);
export const statusCode = (status: HeadStatus): number => HEAD_STATUSES.indexOf(status);
export const lineCode = (line: PumpedLine): number => PUMPED_LINES.indexOf(line);

/** Where the crank is. */
export const CRANK_PLACES = ["clip", "missing", "inHand", "fitted"] as const;
export type CrankPlace = (typeof CRANK_PLACES)[number];
export const placeCode = (place: CrankPlace): number => CRANK_PLACES.indexOf(place);

/** Who turns the crank. */
export const CRANKERS = ["trainee", "helper"] as const;
export const HELPER = CRANKERS.indexOf("helper");
