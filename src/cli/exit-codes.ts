/** How the command ends; the help lists them. */
export const exitCodes = {
  done: 0,
  failed: 1,
  wrongUse: 2,
  badPackage: 3,
} as const;
