/**
 * Colour tokens shared by canvas and pages. Contrast against deck, panel and glass is tested in
 * tests/unit/tokens. Colour is spent on blood saturation, alarms and one quiet green only.
 */
export const COLOURS = {
  room: "#121211",
  deck: "#1b1a19",
  panel: "#211f1e",
  raised: "#2c2a28",
  key: "#3a3734",
  glass: "#0c0c0b",
  t1: "#f1ede6",
  t2: "#bdb7ad",
  t3: "#989188",
  steel: "#c9c4bb",
  steel2: "#8d877f",
  wall: "#8f8981",
  hardkey: "#dbd5c9",
  hardink: "#1b1a19",
  accent: "#9dbd9f",
  high: "#dc3138",
  highBadge: "#a3201f",
  highText: "#ff8a80",
  med: "#f2c230",
  medInk: "#1b1a19",
  low: "#63c9da",
  lowInk: "#10262a",
  ecg: "#9fcaa2",
  abp: "#ec9a8c",
  cvp: "#9db7ea",
  spo: "#d9cdb4",
  nirs: "#cbb7e0",
  tmp: "#d8d2c6",
  water: "#8fa6b2",
  gas: "#b9c2bd",
  edge: "#3b3835",
  edge2: "#57534e",
  dim: "#6d6760",
} as const;
export type ColourToken = keyof typeof COLOURS;

/** A token as a 24-bit number, the form canvas libraries take. */
export function colourNumber(token: ColourToken): number {
  return Number.parseInt(COLOURS[token].slice(1), 16);
}

/** Colour stops of blood by saturation in percent; linear in sRGB between them. */
const BLOOD_STOPS: readonly (readonly [
  percent: number,
  red: number,
  green: number,
  blue: number,
])[] = [
  [30, 0x26, 0x21, 0x42],
  [50, 0x3a, 0x28, 0x54],
  [65, 0x58, 0x2e, 0x5c],
  [75, 0x74, 0x30, 0x56],
  [85, 0x96, 0x32, 0x48],
  [95, 0xa6, 0x2e, 0x36],
  [100, 0xbc, 0x34, 0x2d],
];
const STILL_SHARE = 0.32; // standing blood is mixed 32 % with #2a2624

const mix = (from: number, to: number, share: number): number =>
  Math.round(from + (to - from) * share);

/** Colour of blood by saturation (0..1) as a 24-bit number; darker and greyer when it stands still. */
export function bloodColour(saturationFraction: number, standsStill = false): number {
  const percent = Math.min(100, Math.max(30, saturationFraction * 100));
  const upper = Math.max(
    1,
    BLOOD_STOPS.findIndex((stop) => percent <= stop[0]),
  );
  const [fromPercent, ...from] = BLOOD_STOPS[upper - 1] as readonly [
    number,
    number,
    number,
    number,
  ];
  const [toPercent, ...to] = BLOOD_STOPS[upper] as readonly [number, number, number, number];
  const share = (percent - fromPercent) / (toPercent - fromPercent);
  const still = standsStill ? STILL_SHARE : 0;
  const channel = (index: number, rest: number) =>
    mix(mix(from[index] as number, to[index] as number, share), rest, still);
  return (channel(0, 0x2a) << 16) | (channel(1, 0x26) << 8) | channel(2, 0x24);
}
