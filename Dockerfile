# The server alone; the database is the other service of docker-compose.yml.
FROM node:20-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json ./
COPY bin/ensure-installed.mjs bin/
# Not a bare "npm ci": this also leaves the mark by which the start sees that nothing has to be installed.
RUN node bin/ensure-installed.mjs && npm cache clean --force
COPY . .
USER node
# Within the container; docker-compose.yml decides who reaches it from outside.
ENV HOST=0.0.0.0 PORT=4000
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/sobremesa.mjs", "start"]
