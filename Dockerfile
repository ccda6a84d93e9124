# The steps are run one by one by `npm run test:deep`, on a machine without a container engine; the engine itself is
# the only thing that is untested.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN DATA_DIR=/tmp/build-data npm run build && npm run assemble -- /image

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
COPY --from=build /image ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "bin/run.mjs", "start"]
