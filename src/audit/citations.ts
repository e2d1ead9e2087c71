import type { Finding } from '../dataset/problem.ts';
import { fold } from '../model/fold.ts';
import { placeOf, type AuditedRow, type Check, type Standing, type Tell } from './check.ts';
import { citationsOf } from './counts.ts';

/** Sources have places, places are cited, citations are used; each place and citation says where, and no two the same. */
export const checkCitations: Check = (_, tell) => {
  const sources = new Map<string, Standing & { readonly title: string }>();
  const places = new Map<string, Standing>();
  const citations = new Map<string, Standing>();
  const used = new Set<string>();
  const names = firsts(tell);
  const details = firsts(tell);
  const see = ({ table: { holds }, file, line, cell }: AuditedRow) => {
    if (holds.what !== 'records') return;
    const [id, source] = [cell('id'), cell('source')];
    if (holds.kind === 'SOURCE') sources.set(id, { file, line, title: fold(cell('title')) });
    if (holds.kind === 'PLACE') {
      used.add(source);
      places.set(id, { file, line });
      const name = fold(cell('name'));
      if (name === sources.get(source)?.title) tell.problem({ file, line }, 'name', onlyTheTitle(cell('name')));
      names.see(`${source} ${name}`, { file, line }, 'name', cell('name'));
    }
    if (holds.kind === 'CITATION') {
      used.add(cell('place'));
      citations.set(id, { file, line });
      if (cell('detail') === '' && cell('detailEn') !== '')
        tell.problem({ file, line }, 'detailEn', withoutOriginal(cell('detailEn')));
      details.see(`${cell('place')} ${fold(cell('detail'))}`, { file, line }, 'id', id);
    }
  };
  return {
    row(row) {
      see(row);
      for (const citation of citationsOf(row)) used.add(citation);
    },
    end() {
      for (const all of [sources, places, citations])
        for (const [id, standing] of all) if (!used.has(id)) tell.problem(standing, 'id', unused(id));
    },
  };
};

/** Tells of each row that says where the same as one before it. */
function firsts(tell: Tell) {
  const known = new Map<string, Standing>();
  return {
    see(key: string, standing: Standing, column: string, value: string) {
      const first = known.get(key);
      if (first === undefined) known.set(key, standing);
      else tell.problem(standing, column, sameAs(value, first));
    },
  };
}

function unused(value: string): Finding {
  return {
    value,
    expected: {
      es: 'un id que otra fila use: una fuente tiene lugares, un lugar tiene citas, una cita sostiene filas',
      en: 'an id that another row uses: a source has places, a place has citations, a citation states rows',
    },
    mend: { es: 'quite la fila, o cítela donde corresponda', en: 'remove the row, or cite it where it belongs' },
  };
}

function onlyTheTitle(value: string): Finding {
  return {
    value,
    expected: {
      es: 'un lugar del documento, no solo su título',
      en: 'a place in the document, not its title alone',
    },
    mend: {
      es: 'diga la parte, la página, la tabla o el párrafo, para que se encuentre en un minuto',
      en: 'say the part, page, table or paragraph, so that it is found within a minute',
    },
  };
}

function withoutOriginal(value: string): Finding {
  return {
    value,
    expected: { es: 'nada en inglés donde detail está vacío', en: 'no English where detail is empty' },
    mend: { es: 'escriba también detail, o quite detailEn', en: 'write detail as well, or remove detailEn' },
  };
}

function sameAs(value: string, first: Standing): Finding {
  return {
    value,
    expected: {
      es: `un lugar distinto del que dice ${placeOf(first)}`,
      en: `another place than that of ${placeOf(first)}`,
    },
    mend: {
      es: 'precise uno de los dos, o reúna las filas y corrija las que las usan',
      en: 'make one of them more precise, or join the rows and correct those that use them',
    },
  };
}
