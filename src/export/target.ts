import { access, constants, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Writable } from 'node:stream';

import { DESCRIPTOR_FILE } from '../dataset/package-descriptor.ts';
import { ExportError } from './export-error.ts';
import { STANDARD_OUTPUT, type ExportRequest } from './request.ts';
import { fileStage, newFolderStage, replacingFolderStage, streamStage, type Stage } from './stage.ts';
import { writeFailure } from './write-failure.ts';

/** A place that may be written. */
export interface Target {
  /** The name of the package that is there and would be replaced; `null` for none. */
  readonly replaces: string | null;
  /** Begins to write; each attempt has a stage of its own. */
  stage(): Stage;
}

/** Looks whether the target may be written, before anything is read or changed. Throws ExportError. */
export async function openTarget(
  { target, format, force }: Pick<ExportRequest, 'target' | 'format' | 'force'>,
  output: Writable,
): Promise<Target> {
  if (target === STANDARD_OUTPUT) return { replaces: null, stage: () => streamStage(output) };
  // A link is followed: what it points at is replaced, not the link.
  const path = await realpath(target).catch(() => resolve(target));
  const there = await stat(path).catch(() => null);
  if (format === 'package') return openFolder(path, there === null ? null : there.isDirectory(), force);
  if (there?.isDirectory() === true)
    throw new ExportError({
      es: `Se esperaba el nombre de un archivo, pero ${target} es una carpeta. Indique un archivo dentro de ella.`,
      en: `Expected the name of a file, but ${target} is a folder. Name a file in it.`,
    });
  if (there !== null && !there.isFile())
    throw new ExportError({
      es: `Se esperaba el nombre de un archivo, pero ${target} no es un archivo. Para la salida estándar escriba -.`,
      en: `Expected the name of a file, but ${target} is none. For the standard output write -.`,
    });
  if (there !== null && !force) throw isThere(target);
  await checkWritable(dirname(path), target);
  return { replaces: null, stage: () => fileStage(path) };
}

async function openFolder(path: string, isFolder: boolean | null, force: boolean): Promise<Target> {
  if (isFolder === false)
    throw new ExportError({
      es: `Se esperaba una carpeta para el paquete, pero ${path} es un archivo. Indique una carpeta nueva.`,
      en: `Expected a folder for the package, but ${path} is a file. Name a new folder.`,
    });
  const entries = isFolder === null ? [] : await readdir(path).catch((cause: unknown) => fail(cause, path));
  if (entries.length === 0) {
    await checkWritable(dirname(path), path);
    return { replaces: null, stage: () => newFolderStage(path) };
  }
  if (!force) throw isThere(path);
  const replaces = await nameOfPackage(path);
  if (replaces === null)
    throw new ExportError({
      es: `Se esperaba una carpeta nueva o, con --force, una que tenga un paquete, pero ${path} tiene otras cosas. Indique una carpeta nueva.`,
      en: `Expected a new folder, or with --force one that holds a package, but ${path} holds other things. Name a new folder.`,
    });
  await checkWritable(path, path);
  return { replaces, stage: () => replacingFolderStage(path) };
}

/** The name of the package in a folder; `null` where there is none. */
async function nameOfPackage(path: string): Promise<string | null> {
  try {
    const descriptor: unknown = JSON.parse(await readFile(join(path, DESCRIPTOR_FILE), 'utf8'));
    return typeof descriptor === 'object' && descriptor !== null && 'name' in descriptor
      ? String(descriptor.name)
      : null;
  } catch {
    return null;
  }
}

async function checkWritable(folder: string, target: string): Promise<void> {
  // Of a file for a folder, the system would say only that it cannot be entered; the stroke makes it say what is wrong.
  await access(`${folder}/`, constants.W_OK | constants.X_OK).catch((cause: unknown) => fail(cause, target));
}

function fail(cause: unknown, target: string): never {
  throw writeFailure(cause, target);
}

function isThere(target: string): ExportError {
  return new ExportError({
    es: `Se esperaba un nombre libre, pero ${target} ya existe. Elija otro nombre, o reemplace lo que hay con --force.`,
    en: `Expected a name that is free, but ${target} is there already. Choose another name, or replace it with --force.`,
  });
}
