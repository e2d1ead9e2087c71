import type { InTwoLanguages } from '../model/column.ts';
import { ExportError } from './export-error.ts';

const notAllowed: InTwoLanguages = {
  es: 'no tiene permiso para escribir allí. Elija otro lugar, o pida que le cambien los permisos',
  en: 'you may not write there. Choose another place, or have its permissions changed',
};
const takenMeanwhile: InTwoLanguages = {
  es: 'mientras tanto apareció algo allí. Elija otro nombre',
  en: 'something was put there meanwhile. Choose another name',
};

/** What errors of the system mean, and what to do, by their code. */
const reasons: Readonly<Record<string, InTwoLanguages>> = {
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: {
    es: 'el disco es de solo lectura. Elija otro lugar',
    en: 'the disk can only be read. Choose another place',
  },
  ENOSPC: {
    es: 'el disco está lleno. Libere espacio, o elija otro disco',
    en: 'the disk is full. Free some space, or choose another disk',
  },
  EDQUOT: {
    es: 'se agotó su cuota de disco. Libere espacio, o elija otro disco',
    en: 'your share of the disk is used up. Free some space, or choose another disk',
  },
  EFBIG: {
    es: 'el archivo creció más de lo que permiten el disco o los límites de su cuenta. Elija otro disco, o exporte menos',
    en: 'the file became larger than the disk or your limits allow. Choose another disk, or export less',
  },
  ENOENT: {
    es: 'la carpeta en la que iría no existe. Créela primero (mkdir -p)',
    en: 'the folder it belongs in is not there. Create it first (mkdir -p)',
  },
  ENOTDIR: {
    es: 'una parte de la ruta es un archivo, no una carpeta. Elija otro lugar',
    en: 'a part of the path is a file, not a folder. Choose another place',
  },
  ENAMETOOLONG: {
    es: 'el nombre es demasiado largo. Elija uno más corto',
    en: 'the name is too long. Choose a shorter one',
  },
  ENOTEMPTY: takenMeanwhile,
  EEXIST: takenMeanwhile,
  EISDIR: {
    es: 'hay una carpeta con ese nombre. Elija otro nombre',
    en: 'there is a folder of that name. Choose another name',
  },
  EIO: {
    es: 'el disco dio un error. Elija otro disco',
    en: 'the disk reported an error. Choose another disk',
  },
};

/**
 * Says why a target could not be written, and what came of it; anything else than an error of the system stays as it
 * is.
 */
export function writeFailure(cause: unknown, target: string | InTwoLanguages, outcome?: InTwoLanguages): unknown {
  const code = codeOf(cause);
  if (code === null || !(cause instanceof Error && 'syscall' in cause)) return cause;
  const { es, en } = reasons[code] ?? unknownReason(code);
  const named = typeof target === 'string' ? { es: target, en: target } : target;
  return new ExportError(
    {
      es: `Se esperaba escribir ${named.es}, pero ${es}.${outcome === undefined ? '' : ` ${outcome.es}`}`,
      en: `Expected to write ${named.en}, but ${en}.${outcome === undefined ? '' : ` ${outcome.en}`}`,
    },
    { cause },
  );
}

function unknownReason(code: string): InTwoLanguages {
  return {
    es: `el sistema respondió ${code}. Elija otro lugar`,
    en: `the system answered ${code}. Choose another place`,
  };
}

/** Whether the reader of a pipe went away, as `head` does. */
export function isClosedPipe(cause: unknown): boolean {
  const code = codeOf(cause instanceof ExportError ? cause.cause : cause);
  return code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}

function codeOf(cause: unknown): string | null {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null;
}
