// Lets this process import TypeScript; for other programs: node --import ./bin/typescript.mjs file.ts
import { register } from 'node:module';

process.setSourceMapsEnabled(true);
register('./typescript-hooks.mjs', import.meta.url);
