// Where a worker thread begins: the program's TypeScript is run as it is, and a new thread knows nothing of that yet.
import '../../../../bin/typescript.mjs';

await import('./answer-problems.ts');
