/**
 * Centrifugal pumps as data, and their meeting with a circuit (docs/model-blood.md BL-34, BL-35). Head =
 * a × N² − c × Q² by the affinity laws, the circuit = afterload + k1 × Q + k2 × Q². The running machine
 * has its own curve in src/machine; this one exists to compare pumps in one circuit.
 */
export interface CentrifugalPump {
  readonly id: string;
  readonly speedRpmMax: number;
  /** Shut-off head at 1000 rpm, mmHg. */
  readonly shutOffMmHg: number;
  /** Head lost per square of flow, mmHg/(L/min)². */
  readonly lossMmHgPerLpm2: number;
  readonly source: string;
}

export interface PumpCircuit {
  readonly afterloadMmHg: number;
  readonly linearMmHgPerLpm: number;
  readonly squareMmHgPerLpm2: number;
}

/**
 * Fitted by us to the only anchors reached: 352 mmHg at 4000 rpm and 5.0 L/min (CentriMag), greatest
 * flows 8.37 and 9.08 L/min and 1.64 to 1.73 L/min between them at equal speed (Guan). No head–flow
 * table was reached, so a and c apart are less certain than the flows they give in this circuit.
 */
export const CENTRIFUGAL_PUMPS: readonly CentrifugalPump[] = [
  {
    id: "centrimag",
    speedRpmMax: 5500,
    shutOffMmHg: 22.258,
    lossMmHgPerLpm2: 0.2,
    source: "Guan et al, RotaFlow vs CentriMag; anchor 4000 rpm, 5.0 L/min, 352 mmHg",
  },
  {
    id: "rotaflow",
    speedRpmMax: 5000,
    shutOffMmHg: 40,
    lossMmHgPerLpm2: 3.147,
    source: "Guan et al, RotaFlow vs CentriMag",
  },
];

/** Quadrox D and adult ECLS tubing, haematocrit 40 %, 36 °C, against 100 mmHg (Chosen: fit above). */
export const GUAN_CIRCUIT: PumpCircuit = {
  afterloadMmHg: 100,
  linearMmHgPerLpm: 20.893,
  squareMmHgPerLpm2: 5.479,
};

/** Head in mmHg at a speed and flow (BL-34). */
export function pumpHeadMmHg(pump: CentrifugalPump, speedRpm: number, flowLpm: number): number {
  const thousands = speedRpm / 1000;
  return (
    pump.shutOffMmHg * thousands * thousands - pump.lossMmHgPerLpm2 * flowLpm * Math.abs(flowLpm)
  );
}

/**
 * Flow in L/min at which pump and circuit agree (BL-35). Against more pressure than the pump can make,
 * flow turns back through the pump unless a valve or clamp forbids it.
 */
export function circuitFlowLpm(
  pump: CentrifugalPump,
  speedRpm: number,
  circuit: PumpCircuit,
  isOneWay = false,
): number {
  const driving = pumpHeadMmHg(pump, speedRpm, 0) - circuit.afterloadMmHg;
  if (driving < 0 && isOneWay) return 0;
  const a = pump.lossMmHgPerLpm2 + circuit.squareMmHgPerLpm2;
  const b = circuit.linearMmHgPerLpm;
  return Math.sign(driving) * ((Math.sqrt(b * b + 4 * a * Math.abs(driving)) - b) / (2 * a));
}
