import { createHash } from 'node:crypto';

/** Grows with the rows of a package; the order in which they come does not matter. */
export interface ContentHash {
  /** The cells in their canonical text. */
  addRow(table: string, cells: readonly string[]): void;
  /** Hexadecimal SHA-256 of the descriptor and all rows so far. */
  digest(descriptor: object): string;
}

const LANES = 8;

/**
 * The hash of what a package says, not of how its files are written: line ends, quoting, byte order marks and the
 * order of rows and keys make no difference. The digests of the rows are added up, lane by lane: a sum keeps
 * no rows in memory, and unlike an exclusive or it does not forget a row that stands twice.
 */
export function contentHash(): ContentHash {
  const sum = new Uint32Array(LANES);
  let rows = 0;
  return {
    addRow(table, cells) {
      const digest = createHash('sha256')
        .update(JSON.stringify([table, cells]))
        .digest();
      for (let lane = 0; lane < LANES; lane += 1) sum[lane] = (sum[lane] ?? 0) + digest.readUInt32LE(lane * 4);
      rows += 1;
    },
    digest: (descriptor) =>
      createHash('sha256')
        .update(canonical(withoutCreation(descriptor)))
        .update(`\n${rows}\n`)
        .update(new Uint8Array(sum.buffer))
        .digest('hex'),
  };
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
