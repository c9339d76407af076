/**
 * Imported before anything that brings zod: its compiled parsers need eval, which the page's policy
 * forbids, and even asking for it is reported as a violation. The engine's own zod reads this too.
 */
const shared = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
shared.__zod_globalConfig ??= {};
shared.__zod_globalConfig.jitless = true;
