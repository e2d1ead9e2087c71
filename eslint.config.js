import { existsSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import graphql from '@graphql-eslint/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const everywhere = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-restricted-imports': [
    'error',
    {
      paths: [
        ...builtinModules
          .filter((name) => !name.startsWith('node:'))
          .map((name) => ({ name, message: `Write node:${name}.` })),
        { name: 'node:process', importNames: ['env'], message: 'Only src/config.ts reads the environment.' },
      ],
    },
  ],
};

/** `as` switches the compiler off, so the line says why that is right: beside it or in the comment above. */
const reasonedCast = {
  meta: {
    type: 'suggestion',
    docs: { description: 'A cast needs its reason in a comment on its line or above it.' },
    messages: {
      unexplained:
        'Expected a comment on this line or right above that says why the cast is right, but found none: write it, or narrow the type instead.',
    },
    schema: [],
  },
  create: ({ report, sourceCode }) => ({
    TSAsExpression(node) {
      if (sourceCode.getText(node.typeAnnotation) === 'const') return;
      let statement = node;
      while (statement.parent && !/Statement$|Declaration$|^Property(Definition)?$/.test(statement.type))
        statement = statement.parent;
      // The comment of an exported declaration stands above the `export`.
      if (statement.parent?.type.startsWith('Export')) statement = statement.parent;
      const lines = [node.loc.start.line, node.loc.end.line, node.loc.start.line - 1, statement.loc.start.line - 1];
      const explained = sourceCode
        .getAllComments()
        .some(({ loc }) => lines.includes(loc.end.line) || lines.includes(loc.start.line));
      if (!explained) report({ node, messageId: 'unexplained' });
    },
  }),
};

const operations = new URL('operations/', import.meta.url);
const graphQLConfig = {
  schema: 'schema/*.graphql',
  // To graphql-eslint a pattern that matches nothing is an error.
  documents:
    existsSync(operations) && readdirSync(operations, { recursive: true }).some((name) => name.endsWith('.graphql'))
      ? 'operations/**/*.graphql'
      : undefined,
};

export default defineConfig(
  globalIgnores(['src/generated/', 'docs/schema.graphql', 'coverage/', '.sobremesa/', 'home/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { sobremesa: { rules: { 'reasoned-cast': reasonedCast } } },
    rules: {
      ...everywhere,
      'no-param-reassign': 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // An empty text is no value either: `given || 'none'` is meant.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // Numbers read well in a sentence; everything else must be turned into text on purpose.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions', 'methods'] }],
      // `async` without `await` turns what is thrown into a rejection, as interfaces that return promises want it.
      '@typescript-eslint/require-await': 'off',
      // Objects here are closures: their methods use no `this` and may be taken apart.
      '@typescript-eslint/unbound-method': 'off',
      // Kinds of ties without columns of their own have no properties, on purpose.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // typescript-eslint 8.73 overflows the stack here at graphql's types, which contain themselves.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'sobremesa/reasoned-cast': 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/config.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Only src/config.ts reads the environment: take what you need as an argument.',
        },
      ],
    },
  },
  {
    // An argument with a default may still be given as null, which codegen's types leave out.
    files: ['src/**/*.resolvers.ts'],
    rules: {
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-boolean-literal-compare': 'off',
    },
  },
  {
    // vitest's expect.any() and JSON.parse are any; a test that reads them wrongly fails.
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], rules: { ...everywhere, 'no-unused-vars': 'error', 'prefer-const': 'error' } },
  {
    files: ['schema/*.graphql'],
    extends: [graphql.configs['flat/schema-recommended'], graphql.configs['flat/schema-relay']],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig } },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          DirectiveDefinition: true,
        },
      ],
      '@graphql-eslint/description-style': ['error', { style: 'inline' }],
      // No field name may have two meanings under one `node`: hence tieKind, claimRank, positionForm.
      '@graphql-eslint/no-typename-prefix': 'off',
      '@graphql-eslint/no-root-type': ['error', { disallow: ['mutation', 'subscription'] }],
      '@graphql-eslint/require-nullable-fields-with-oneof': 'error',
      // A few lists go forward only (ties); paging both ways is for the directories.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      // Small closed vocabularies are plain lists, and connections offer `nodes` beside `edges`. What an answer puts
      // together, such as a shared partner, is no node.
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false }],
      // Edges, connections and what a field is made of have no life of their own, hence no id.
      '@graphql-eslint/strict-id-in-types': 'off',
    },
  },
  {
    files: ['operations/**/*.graphql'],
    extends: [graphql.configs['flat/operations-recommended']],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig } },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      '@graphql-eslint/match-document-filename': ['error', { query: 'kebab-case', fragment: 'kebab-case' }],
      '@graphql-eslint/require-description': ['error', { OperationDefinition: true }],
      // An example shows only what its question needs; ids are for programs.
      '@graphql-eslint/require-selections': 'off',
      // The server bounds the depth by itself.
      '@graphql-eslint/selection-set-depth': 'off',
    },
  },
);
