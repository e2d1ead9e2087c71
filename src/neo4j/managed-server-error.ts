/** A managed Neo4j that cannot be had: its message says what was expected, what came, and what to do next. */
export class ManagedServerError extends Error {
  override readonly name = 'ManagedServerError';
}

const DISK_PROBLEMS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: free some space (about 300 MB), then start again',
  EDQUOT: 'your disk quota is used up: free some space (about 300 MB), then start again',
  EACCES: 'this user may not write there: give the folder to this user (chown, chmod), then start again',
  EPERM: 'this user may not write there: give the folder to this user (chown, chmod), then start again',
  EROFS: 'the disk is read-only: choose a folder on a disk that can be written',
};

/** Puts a failure of the file system into words; anything else is returned as it came. */
export function inWords(failure: unknown, home: string): unknown {
  if (!(failure instanceof Error) || failure instanceof ManagedServerError) return failure;
  const code = errorCode(failure);
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new ManagedServerError(
      `The database needs a folder, but at ${home}, or above it, stands a file: set SOBREMESA_HOME to another folder, or move the file away, then start again.`,
      { cause: failure },
    );
  }
  const problem = code === null ? undefined : DISK_PROBLEMS[code];
  if (problem === undefined) return failure;
  const path = 'path' in failure && typeof failure.path === 'string' ? failure.path : home;
  return new ManagedServerError(`The database's folder must be writable, but ${path} is not: ${problem}.`, {
    cause: failure,
  });
}

/** The system's code of an error (ENOENT, EEXIST …), or null. */
export function errorCode(failure: unknown): string | null {
  return failure instanceof Error && 'code' in failure && typeof failure.code === 'string' ? failure.code : null;
}
