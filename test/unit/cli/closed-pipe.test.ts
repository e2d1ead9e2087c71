import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { expect, test } from 'vitest';

const command = join(import.meta.dirname, '../../../bin/sobremesa.mjs');

test('A reader that goes away before the end, as head does, is no failure', async () => {
  const child = spawn(process.execPath, [command, 'invite', '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = await once(child, 'close');
  expect({ code, err }).toEqual({ code: 0, err: '' });
}, 60_000);
