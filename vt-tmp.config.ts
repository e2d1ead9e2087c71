import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] } });
