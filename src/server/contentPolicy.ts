/** What a page may load, and the other headers that keep it to itself. */
import type { FastifyHelmetOptions } from "@fastify/helmet";

const SELF = "'self'";

/** No eval anywhere; styles may be set on elements, as the canvas needs it. */
export const HELMET: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: [SELF],
      scriptSrc: [SELF],
      styleSrc: [SELF, "'unsafe-inline'"],
      imgSrc: [SELF, "data:", "blob:"],
      mediaSrc: [SELF, "data:", "blob:"],
      connectSrc: [SELF],
      workerSrc: [SELF, "blob:"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: [SELF],
      frameAncestors: ["'none'"],
    },
  },
  crossOriginEmbedderPolicy: false,
  referrerPolicy: { policy: "no-referrer" },
  // Set by whoever ends TLS: a promise for a year must not come from a server tried on plain HTTP.
  strictTransportSecurity: false,
};
