import { badUserInput, shown, type RefusedError } from '../../fields/errors.ts';
import { quotaSubjects, type QuotaSubject } from './invitations.record.ts';

/** What is counted, and how many are wanted. */
interface Counted {
  readonly subject: QuotaSubject;
  readonly id: string;
}

/** Somebody must come and must not. */
export function invitedAndExcluded(id: string): RefusedError {
  return badUserInput('input.exclude', (called) => ({
    es: `se esperaba a quienes no estén en ${called('input.invite')}, pero «${shown(id)}» está en ambas partes. Quite una de ellas.`,
    en: `expected people other than those of ${called('input.invite')}, but got "${shown(id)}" in both. Take it out of one of them.`,
  }));
}

/** A weight is out of range. */
export function wrongWeight(
  argument: string,
  { id, weight }: { readonly id: string; readonly weight: number },
  most: number,
): RefusedError {
  return badUserInput(argument, () => ({
    es: `se esperaban pesos de 0 a ${most}, pero llegó ${weight} para «${shown(id)}». Sin peso vale 1.`,
    en: `expected weights from 0 to ${most}, but got ${weight} for "${shown(id)}". Leave it out for 1.`,
  }));
}

/** Two quotas are on the same. */
export function twoQuotas(argument: string, id: string): RefusedError {
  return badUserInput(argument, () => ({
    es: `se esperaba cada cosa una vez, pero «${shown(id)}» llegó dos veces. Ponga los dos límites juntos.`,
    en: `expected each once, but got "${shown(id)}" twice. Put both bounds into one quota.`,
  }));
}

/** A quota is on nothing, or on several things. */
export function notOneSubject(argument: string, came: readonly QuotaSubject[]): RefusedError {
  const all = quotaSubjects.join(', ');
  return badUserInput(argument, () => ({
    es: `se esperaba solo uno de ${all}, pero llegó ${came.join(', ') || 'ninguno'}. Haga una cuota de cada uno.`,
    en: `expected exactly one of ${all}, but got ${came.join(', ') || 'none'}. Make a quota of each.`,
  }));
}

/** A quota does not say how many. */
export function withoutBounds(argument: string, { subject, id }: Counted): RefusedError {
  return badUserInput(argument, () => ({
    es: `se esperaba min, max o ambos para ${subject} «${shown(id)}», pero no llegó ninguno. Diga cuántas personas, o quite la cuota.`,
    en: `expected min, max or both for ${subject} "${shown(id)}", but got neither. Say how many, or leave the quota out.`,
  }));
}

/** More are wanted at least than at most. */
export function minAboveMax(
  argument: string,
  { subject, id, min, max }: Counted & { readonly min: number; readonly max: number },
): RefusedError {
  return badUserInput(argument, () => ({
    es: `se esperaba un mínimo que no pase del máximo para «${shown(id)}», pero llegó ${min} como mínimo y ${max} como máximo. Cambie uno por otro, o quite uno.`,
    en: `expected a min of at most max for ${subject} "${shown(id)}", but got min ${min} and max ${max}. Exchange the two, or leave one out.`,
  }));
}

/** More are wanted of something than there are seats. */
export function minAboveSize({ subject, id, min }: Counted & { readonly min: number }, size: number): RefusedError {
  return badUserInput(`input.quotas.${subject}`, (called) => ({
    es: `se esperaba un mínimo que no pase de los ${size} lugares de la mesa, pero llegó ${min} para «${shown(id)}». Bájelo, o pida más lugares (${called('input.size')}).`,
    en: `expected a min of at most the ${size} seats of the table, but got ${min} for "${shown(id)}". Lower it, or raise ${called('input.size')}.`,
  }));
}

/** The seats do not do for those who must come. */
export function fewerSeatsThanBespoken(
  size: number,
  { invited, guests }: { readonly invited: number; readonly guests: number },
): RefusedError {
  return badUserInput('input.size', (called) => ({
    es: `se esperaban al menos ${invited + guests} lugares, uno para cada quien de ${called('input.invite')} (${invited}) y de ${called('input.guests')} (${guests}), pero llegó ${size}. Pida más, o invite a menos.`,
    en: `expected at least ${invited + guests} seats, one for each of ${called('input.invite')} (${invited}) and ${called('input.guests')} (${guests}), but got ${size}. Raise it, or invite fewer.`,
  }));
}

/** Fewer people may be invited than there are seats. */
export function moreSeatsThanPeople(size: number, available: number): RefusedError {
  return badUserInput('input.size', (called) => ({
    es: `se esperaban a lo más ${available} lugares, porque a tantas personas se puede invitar, pero llegó ${size}. Pida menos, elija entre más gente (${called('input.candidates')}) o excluya a menos.`,
    en: `expected at most ${available} seats, because so many people and guests may be invited, but got ${size}. Lower it, widen ${called('input.candidates')}, or exclude fewer.`,
  }));
}

/** Nobody is left who may be invited. */
export function nobodyToInvite(): RefusedError {
  return badUserInput('input.candidates', () => ({
    es: 'se esperaba a alguien a quien invitar, pero nadie responde a lo pedido sin estar excluido. Elija entre más gente, o excluya a menos.',
    en: 'expected somebody who may be invited, but nobody answers to the filter and is not excluded. Widen it, or exclude fewer.',
  }));
}

/** A list names something twice. */
export function givenTwice(argument: string, id: string): RefusedError {
  return badUserInput(argument, () => ({
    es: `se esperaba cada cosa una vez, pero «${shown(id)}» llegó dos veces. Quite una de ellas.`,
    en: `expected each once, but got "${shown(id)}" twice. Leave one of them out.`,
  }));
}

/** A group is named that is none of the caller's. */
export function unknownGroup(argument: string, name: string, groups: readonly string[]): RefusedError {
  const known = groups.join(', ');
  return badUserInput(argument, (called) => ({
    es: `se esperaba el nombre de uno de ${called('input.groups')} (${known || 'no hay ninguno'}), pero llegó «${shown(name)}». Agregue el grupo, o corrija su nombre.`,
    en: `expected the name of one of ${called('input.groups')} (${known || 'there is none'}), but got "${shown(name)}". Add the group, or correct its name.`,
  }));
}

/** Somebody is in two groups that have nobody in common. */
export function notApart(argument: string, other: string, inBoth: string): RefusedError {
  return badUserInput(argument, () => ({
    es: `se esperaba que nadie estuviera también en «${shown(other)}», del que es aparte, pero «${shown(inBoth)}» está en ambos. Quite a la persona de uno.`,
    en: `expected nobody who is in "${shown(other)}" too, from which it is apart, but got "${shown(inBoth)}" in both. Take the person out of one of them.`,
  }));
}

/** A name is empty or too long. */
export function wrongName(argument: string, length: number, longest: number): RefusedError {
  return badUserInput(argument, () => ({
    es: `se esperaba un nombre de 1 a ${longest} caracteres, pero llegó ${length === 0 ? 'uno vacío' : `uno de ${length}`}.`,
    en: `expected a name of 1 to ${longest} characters, but got ${length === 0 ? 'an empty one' : `one of ${length}`}.`,
  }));
}

/** A number is below the least. */
export function tooFew(argument: string, least: number, number: number): RefusedError {
  return badUserInput(argument, () => ({
    es: `se esperaba ${least} o más, pero llegó ${number}. Quítelo, o ponga ${least}.`,
    en: `expected ${least} or more, but got ${number}. Leave it out, or give ${least}.`,
  }));
}

/** A number is not from 0 to the most. */
export function outOfRange(argument: string, most: number, number: number): RefusedError {
  return badUserInput(argument, () => ({
    es: `se esperaba de 0 a ${most}, pero llegó ${number}.`,
    en: `expected 0 to ${most}, but got ${number}.`,
  }));
}
