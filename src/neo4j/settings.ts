import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Home } from './home.ts';

/** What differs from one start to the next. */
export interface Settings {
  readonly port: number;
  readonly authentication: boolean;
  readonly pageCache: string;
  readonly transactionTimeout: string;
}

/** Writes `conf/neo4j.conf` whole; it is ours and rewritten at each start. */
export async function writeSettings(home: Home, settings: Settings): Promise<void> {
  await writeFile(join(home.configuration, 'neo4j.conf'), settingsText(settings));
}

/** The text of `neo4j.conf`. */
export function settingsText({ port, authentication, pageCache, transactionTimeout }: Settings): string {
  const settings = {
    'server.default_listen_address': '127.0.0.1',
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`,
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    'server.memory.pagecache.size': pageCache,
    'dbms.security.auth_enabled': String(authentication),
    'dbms.usage_report.enabled': 'false',
    'db.transaction.timeout': transactionTimeout,
    'db.tx_log.rotation.retention_policy': '1 files',
    // With preallocation an empty database takes 516 MB of disk instead of 2.
    'db.tx_log.preallocate': 'false',
    // Otherwise SIGTERM takes ten seconds even when nobody is connected.
    'internal.server.bolt.thread_pool_shutdown_wait_time': '0s',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  return `# Written anew at each start: changes made here are lost.\n${lines.join('')}`;
}
