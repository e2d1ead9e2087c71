import { fold, withoutInitialPoints } from '../model/fold.ts';
import { editsBetween } from '../model/edits.ts';

/** Words that join others and name nothing, in the languages that names of places and bodies mostly mix. */
const joining = new Set(
  'a al and at d da das de del des di do dos du e el en et for from in l la las le les los o of on para por pour the to y with con'.split(
    ' ',
  ),
);

/** Words with which many names begin: what comes after them tells one from another. */
const general = new Set(
  (
    'academia agencia alcaldia alianza asamblea asociacion ayuntamiento camara capital casa centro ciudad ciudades colegio ' +
    'comision comite congreso consejo consulado convenio coordinacion corporacion delegacion departamento direccion ' +
    'division embajada encuentro escuela estado facultad federacion feria festival foro fondo fundacion general gobierno ' +
    'grupo hermanamiento institucion instituto internacional internacionales jefatura ministerio mundial municipio nacional ' +
    'oficina organizacion pais plan premio presidencia programa proyecto red region republica secretaria seminario servicio sistema ' +
    'sociedad subsecretaria unidad union universidad academy agency agreement alliance assembly association award center ' +
    'centre chamber city cities college commission committee conference congress consulate council country delegation department ' +
    'directorate division embassy faculty fair federation festival forum foundation fund general government group institute ' +
    'institution international mayor meeting ministry municipality national network office organisation organization plan ' +
    'prize program programme project republic school secretariat seminar service society state system twinning unit ' +
    'university world ' +
    'associacao camara cidade cidades comissao conselho escola fundacao governo ministerio municipio prefeitura projeto rede ' +
    'uniao universidade association comite conseil ecole fondation gouvernement mairie ministere prefecture reseau universite ville villes'
  ).split(' '),
);

/** The words of a name, folded, without those that join two others: the last one joins nothing, as in “Grupo A”. */
export function wordsOf(name: string): readonly string[] {
  const words = fold(withoutInitialPoints(name)).split(' ');
  return words.filter((word, at) => word !== '' && (at === words.length - 1 || !joining.has(word)));
}

/** Whether many names have the word, whatever they name. */
export function isGeneral(word: string): boolean {
  return general.has(word);
}

/** A word of this many letters may be misspelled in two; a shorter one in one. */
const LONG_WORD = 10;

/**
 * Whether two words differ as a misprint does: in one letter that is changed, added, left out or changed places with the
 * next one, in long words in two. Figures and numerals do not: another number is another thing.
 * @param shortest letters that the shorter word must have at least
 */
export function isMisprint(one: string, other: string, shortest: number): boolean {
  if (Math.min(one.length, other.length) < shortest || isNumber(one) || isNumber(other)) return false;
  const allowed = misprintsIn(Math.max(one.length, other.length));
  return editsBetween(one, other, allowed) <= allowed;
}

/** How many letters of a word of this length a misprint may touch. */
export function misprintsIn(length: number): number {
  return length >= LONG_WORD ? 2 : 1;
}

/** Whether a word is a figure or a numeral. */
export function isNumber(word: string): boolean {
  return /\d|^[ivxl]+$/.test(word);
}
