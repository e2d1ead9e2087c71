import type { EntityKind } from '../../src/model/kinds.ts';
import type { Random } from './random.ts';

// Things, not people: nobody is called so, and everybody can see it.
const words = (text: string) => text.trim().split(/\s+/);
const given = words(
  'Ámbar Azahar Brújula Cántaro Caracol Cítara Cóndor Cristal Dínamo Éter Farol Fósil Guijarro Índigo Jícara Lámpara Límite Máscara Metáfora Nácar Níspero Océano Órbita Pétalo Piñón Quínoa Relámpago Sésamo Sílaba Tímpano Trébol Último Vértice Zafiro',
);
const surnames = words(
  'Acueducto Albañil Algodón Almíbar Andén Añil Árbol Arrecife Azúcar Balcón Bambú Báscula Bósforo Cañón Carbón Cáscara Caña Ciénaga Cigüeña Cobertizo Colibrí Cordón Cráter Cuña Desván Diseño Enjambre Escaño Estaño Fábula Fogón Garúa Girasol Glaciar Hórreo Huracán Jabalí Jardín Leña Llanura Mañana Médano Melón Ñandú Ñame Óxido Pantano Pájaro Páramo Pañuelo Peldaño Péndulo Quicio Rábano Rebaño Retoño Ribera Rincón Sábana Sótano Tejón Telón Timón Túnel Umbral Vástago Viñedo Volcán Yunque Zaguán',
);
const things = words(
  'Acuarelas Algoritmos Archivos Áridos Azoteas Bibliotecas Bicicletas Cañadas Cerámicas Códices Compañías Dársenas Danzas Diseños Ecosistemas Éxodos Fábricas Faros Humedales Islas Jardines Leyendas Líquenes Mapas Máquinas Mareas Mercados Músicas Niñeces Obras Océanos Oficios Páginas Patrimonios Pirámides Puentes Puertos Regaños Ríos Señales Símbolos Sueños Teatros Telares Tránsitos Trópicos Túneles Vacunas Veredas Zócalos',
);
const qualities = words(
  'abiertos alpinos amazónicos amplios antiguos áureos azules boreales cálidos celestes cívicos claros comunes costeños cósmicos crípticos distantes dúctiles estáticos fecundos fértiles gélidos graduales heroicos íntimos isleños jóvenes lejanos límpidos lluviosos míticos montañeses nómadas norteños nuevos opacos pacíficos pequeños púrpuras rítmicos rurales sencillos solares sólidos sureños tácitos únicos urbanos vecinales zigzagueantes',
);
const forms: Partial<Readonly<Record<EntityKind, readonly string[]>>> = {
  ORGANIZATION: words('Asociación Cámara Centro Colegio Compañía Fundación Galería Instituto Museo Taller Universidad'),
  GOVERNMENT_ENTITY: words('Agencia Alcaldía Autoridad Comisión Consejo Dirección Fideicomiso Oficina Secretaría'),
  NETWORK: words('Alianza Asamblea Coalición Foro Mesa Red Unión'),
  PROGRAM: words('Beca Campaña Cátedra Encuentro Exposición Festival Intercambio Misión Programa Residencia Taller'),
  AGREEMENT: words('Acuerdo Convenio Hermanamiento Memorándum'),
  EVENT: words('Cumbre Feria Foro Jornada Semana'),
  RECOGNITION: words('Distinción Medalla Premio'),
  PUBLICATION: words('Antología Catálogo Informe Revista'),
  CONSULTATION: ['Diálogo'],
  SECTOR: ['Sector'],
  PRIORITY_AXIS: ['Eje'],
  THEME: ['Tema'],
  RECOMMENDATION: ['Recomendación'],
  PROPOSAL: ['Propuesta'],
  POSITION: ['Postura'],
  REGION: ['Región'],
  COUNTRY: ['País'],
  STATE: ['Provincia', 'Estado'],
};
const towns = words('Alta Baja Bahía Fuente Isla Nueva Peña Puerto San Villa');

/** Names of a person, who is sorted under the surnames. */
export interface PersonName {
  readonly givenName: string;
  readonly surname1: string;
  readonly surname2: string;
}

export function personName(random: Random): PersonName {
  return { givenName: random.pick(given), surname1: random.pick(surnames), surname2: random.pick(surnames) };
}

/** A name for an entity that is no person; many share one, as in life. */
export function nameOf(kind: EntityKind, random: Random): string {
  if (kind === 'CITY') return `${random.pick(towns)} ${random.pick(surnames)} ${random.pick(given)}`;
  const form = random.pick(forms[kind] ?? [kind]);
  return `${form} de ${random.pick(things)} ${random.pick(qualities)}`;
}

/** The part of an id that a name gives. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}
