/** Names of the states the gas supply and the heater-cooler can be in; state arrays hold their index. */

/** Medical gas outlets of the wall, and the hoses that belong to them. */
export const PIPED_GASES = ["oxygen", "air"] as const;

export const BLENDER_KINDS = ["pneumatic", "electronic"] as const;

/** What can be wrong with a blender: it no longer follows its knob, reads wrong, or passes one gas. */
export const BLENDER_FAULTS = ["none", "stuck", "drift", "airOnly"] as const;
export type BlenderFault = (typeof BLENDER_FAULTS)[number];

/** Where the oxygen analyser takes its gas. */
export const ANALYSER_SITES = ["inlet", "effluent"] as const;

export const WATER_MODES = ["standby", "hold", "heat", "cool"] as const;
export type WaterMode = (typeof WATER_MODES)[number];

export const blenderFaultCode = (fault: BlenderFault): number => BLENDER_FAULTS.indexOf(fault);
export const waterModeCode = (mode: WaterMode): number => WATER_MODES.indexOf(mode);
