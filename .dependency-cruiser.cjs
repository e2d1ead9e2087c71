'use strict';

/** What each folder of src/ may import from the others, from the outside in; every list names only what lies below. */
const mayImport = {
  cli: ['main', 'doctor', 'export', 'audit', 'graphql', 'database', 'config', 'dataset', 'graph', 'model', 'neo4j'],
  main: ['http', 'graphql', 'database', 'config', 'dataset', 'graph'],
  doctor: ['database', 'config', 'dataset', 'graph', 'model', 'neo4j'],
  export: ['fields', 'dataset', 'graph', 'model'],
  audit: ['dataset', 'model'],
  http: ['graphql', 'config'],
  graphql: ['entities', 'answers', 'fields', 'graph', 'model', 'config'],
  entities: ['fields', 'graph', 'model'],
  answers: ['fields', 'graph', 'model'],
  fields: ['graph', 'model'],
  database: ['config', 'graph', 'neo4j'],
  dataset: ['graph', 'model'],
  graph: ['model'],
  model: [],
  // Knows nothing of the project, so that it can be read, tested and used alone.
  neo4j: [],
  config: ['settings'],
  settings: [],
};

/** Types that every layer may name, because they hold no behaviour: the context and what codegen writes. */
const typesForAll = ['^src/generated/', '^src/graphql/context\\.ts$'];

const pathOf = (layer) => `^src/${layer}(/|\\.ts$)`;

const layers = Object.entries(mayImport).map(([layer, below]) => ({
  name: `layer-${layer}`,
  comment: `src/${layer} may import only ${below.map((name) => `src/${name}`).join(', ') || 'itself'}: imports go one way (main → http → graphql → entities | answers → fields → graph → model). Move what both need to the lower folder, or pass it as an argument.`,
  severity: 'error',
  from: { path: pathOf(layer) },
  to: { path: '^src/', pathNot: [pathOf(layer), ...below.map(pathOf), ...typesForAll] },
}));

/** Inside a subject's folder: resolvers → loaders → cypher → record. Types go both ways. */
const roles = ['resolvers', 'loaders', 'cypher', 'record'];
const insideSubjects = roles.slice(1).map((role, index) => ({
  name: `subject-${role}`,
  comment: `Inside a subject's folder values go resolvers → loaders → cypher → record; .${role}.ts may not import from the left.`,
  severity: 'error',
  from: { path: `^src/(entities|answers)/.+\\.${role}\\.ts$` },
  to: {
    path: `^src/(entities|answers)/.+\\.(${roles.slice(0, index + 1).join('|')})\\.ts$`,
    dependencyTypesNot: ['type-only'],
  },
}));

module.exports = {
  forbidden: [
    ...layers,
    ...insideSubjects,
    {
      name: 'new-folder',
      comment: 'A new folder or file right under src/ belongs into the list at the top of .dependency-cruiser.cjs.',
      severity: 'error',
      from: { path: '^src/', pathNot: [...Object.keys(mayImport).map(pathOf), '^src/generated/'] },
      to: {},
    },
    {
      name: 'types-only',
      comment: 'Outside src/graphql and src/main.ts, write “import type” for the context and for generated types.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/graphql/', '^src/main\\.ts$'] },
      to: { path: typesForAll, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'subjects-apart',
      comment:
        'A subject imports from another subject only record types: what both need belongs into src/fields or src/graph.',
      severity: 'error',
      from: { path: '^src/entities/([^/]+)/' },
      to: { path: '^src/entities/', pathNot: ['^src/entities/$1/', '\\.record\\.ts$'] },
    },
    {
      name: 'subjects-apart-values',
      comment: 'From another subject’s record file only types are imported: write “import type”.',
      severity: 'error',
      from: { path: '^src/entities/([^/]+)/' },
      to: { path: '^src/entities/', pathNot: '^src/entities/$1/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'answers-apart',
      comment:
        'An answer imports from another one only record types, and the reasons that all share: what else two need belongs into src/fields or src/graph.',
      severity: 'error',
      from: { path: '^src/answers/([^/]+)/' },
      to: { path: '^src/answers/', pathNot: ['^src/answers/($1|reasons)/', '\\.record\\.ts$'] },
    },
    {
      name: 'one-door-to-neo4j',
      comment: 'Only src/graph imports neo4j-driver: read and write through the doors of src/graph/graph.ts.',
      severity: 'error',
      from: { path: ['^src/', '^bin/', '^scripts/'], pathNot: '^src/graph/' },
      to: { path: 'node_modules/neo4j-driver' },
    },
    {
      name: 'program-without-tests',
      comment: 'The program runs without test/, bench/ and scripts/: move what it needs into src/.',
      severity: 'error',
      from: { path: ['^src/', '^bin/'] },
      to: { path: ['^test/', '^bench/', '^scripts/'] },
    },
    {
      name: 'installed-packages-only',
      comment:
        'The program imports a package that package.json does not list under dependencies; a production install would lack it.',
      severity: 'error',
      from: { path: ['^src/', '^bin/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'no-cycle',
      comment: 'Values go round in a circle: move what both files need into a third. Circles of types are allowed.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Sees type-only imports too, and tells them apart from those of values.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
