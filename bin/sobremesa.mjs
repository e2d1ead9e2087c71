#!/usr/bin/env node
// The command `sobremesa`, and what `npm start` runs: installs the packages when they are missing, then the program
// itself, whose TypeScript is run as it is. One process, so that signals reach the program.
import { ensureInstalled } from './ensure-installed.mjs';

try {
  await ensureInstalled();
  // Read by graphql when it is loaded: outside production it checks each type by name as well, thousands of times an answer.
  process.env.NODE_ENV ??= 'production';
  await import('./typescript.mjs');
  await import('../src/cli/sobremesa.ts');
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
}
