/**
 * Stands in, in the engine's bundle, for the part of zod that turns schemas into JSON Schema: 8 kB compressed of the
 * first page, which only the command line's `description` uses, and that is not bundled. zod hangs it on every schema,
 * so no bundler can leave it out by itself.
 */
const absent = () => {
  throw new Error(
    "The engine's bundle has no JSON Schema: see scripts/lib/zodWithoutJsonSchema.mjs.",
  );
};

export {
  absent as aggregateChecks,
  absent as createStandardJSONSchemaMethod,
  absent as createToJSONSchemaMethod,
  absent as extractDefs,
  absent as finalize,
  absent as handleUnrepresentable,
  absent as initializeContext,
  absent as processSchema,
  absent as toJSONSchema,
};
export const allProcessors = {};
