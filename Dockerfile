# OnBypass as a container: docs/operations.md says how it is run, backed up and upgraded.
#   docker build --tag onbypass .
#   docker run --detach --name onbypass --publish 127.0.0.1:4455:4455 --volume onbypass-data:/data onbypass
FROM node:22-bookworm-slim

RUN mkdir /opt/onbypass /data && chown node:node /opt/onbypass /data
WORKDIR /opt/onbypass
USER node

# What is installed changes less often than the sources, so it comes first.
COPY --chown=node:node package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --no-audit --no-fund --loglevel=error

COPY --chown=node:node index.html tsconfig.json vite.config.ts LICENSE ./
COPY --chown=node:node assets ./assets
COPY --chown=node:node public ./public
COPY --chown=node:node scenarios ./scenarios
COPY --chown=node:node scripts ./scripts
COPY --chown=node:node src ./src
RUN node scripts/start.mjs --only-build

# Accounts, sessions, engines and the key outlive the container here.
ENV ONBYPASS_DATA=/data
VOLUME /data
EXPOSE 4455
STOPSIGNAL SIGTERM
HEALTHCHECK --start-period=60s CMD ["node", "scripts/health.mjs"]
CMD ["node", "scripts/start.mjs", "--host", "0.0.0.0", "--log", "info"]
