import { createHash, hash } from 'node:crypto';

/** Grows with the rows of a table; the order in which they come does not matter. */
export interface TableHash {
  /** The cells in their canonical text. */
  addRow(cells: readonly string[]): void;
  /** Hexadecimal SHA-256 of all rows so far. */
  digest(): string;
}

const LANES = 8;

/**
 * The hash of what a table says, not of how its file is written: line ends, quoting, byte order marks, comments and
 * the order of rows make no difference. The digests of the rows are added up, lane by lane: a sum keeps no rows in
 * memory, and unlike an exclusive or it does not forget a row that stands twice.
 */
export function tableHash(): TableHash {
  const sum = new Uint32Array(LANES);
  let rows = 0;
  return {
    addRow(cells) {
      const digest = hash('sha256', JSON.stringify(cells), 'buffer');
      for (let lane = 0; lane < LANES; lane += 1) sum[lane] = (sum[lane] ?? 0) + digest.readUInt32LE(lane * 4);
      rows += 1;
    },
    digest: () => createHash('sha256').update(`${rows}\n`).update(new Uint8Array(sum.buffer)).digest('hex'),
  };
}

/** Hexadecimal SHA-256 of what a package says: its descriptor, in whatever order of keys, and the hash of each table. */
export function packageHash(descriptor: object, tables: Iterable<readonly [name: string, hash: string]>): string {
  return createHash('sha256')
    .update(canonical(withoutCreation(descriptor)))
    .update(JSON.stringify([...tables].sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex');
}

/** When a package was written down is no part of what it says. */
function withoutCreation(descriptor: object): object {
  return Object.fromEntries(Object.entries(descriptor).filter(([key]) => key !== 'created'));
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
