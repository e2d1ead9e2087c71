import { ExportError } from './export-error.ts';

/** What errors of the system mean, and what to do, by their code. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there. Choose another place, or have its permissions changed',
  EPERM: 'you may not write there. Choose another place, or have its permissions changed',
  EROFS: 'the disk can only be read. Choose another place',
  ENOSPC: 'the disk is full. Free some space, or choose another disk',
  EDQUOT: 'your share of the disk is used up. Free some space, or choose another disk',
  EFBIG: 'the file became larger than the disk or your limits allow. Choose another disk, or export less',
  ENOENT: 'the folder it belongs in is not there. Create it first (mkdir -p)',
  ENOTDIR: 'a part of the path is a file, not a folder. Choose another place',
  ENAMETOOLONG: 'the name is too long. Choose a shorter one',
  ENOTEMPTY: 'something was put there meanwhile. Choose another name',
  EEXIST: 'something was put there meanwhile. Choose another name',
  EISDIR: 'there is a folder of that name. Choose another name',
  EIO: 'the disk reported an error. Choose another disk',
};

/**
 * Says why a target could not be written, and what came of it; anything else than an error of the system stays as it
 * is.
 */
export function writeFailure(cause: unknown, target: string, outcome = ''): unknown {
  const code = codeOf(cause);
  if (code === null || !(cause instanceof Error && 'syscall' in cause)) return cause;
  const reason = reasons[code] ?? `the system answered ${code}. Choose another place`;
  return new ExportError(`Expected to write ${target}, but ${reason}.${outcome === '' ? '' : ` ${outcome}`}`, {
    cause,
  });
}

/** Whether the reader of a pipe went away, as `head` does. */
export function isClosedPipe(cause: unknown): boolean {
  const code = codeOf(cause instanceof ExportError ? cause.cause : cause);
  return code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}

function codeOf(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
}
