import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import graphql from '@graphql-eslint/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const typescript = ['**/*.ts'];
/** In node:test's place stands vitest; node:sqlite and the like have no bare name to confuse. */
const bareBuiltins = builtinModules.filter((name) => !name.startsWith('_') && !name.startsWith('node:'));

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

const here = (name) => new URL(name, import.meta.url);
export default defineConfig(
  globalIgnores(['src/generated/', 'docs/schema.graphql', 'coverage/', '.sobremesa/', 'home/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { sobremesa: { rules: { 'reasoned-cast': reasonedCast } } },
    rules: {
      eqeqeq: 'error',
      'no-param-reassign': 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            ...bareBuiltins.map((name) => ({ name, message: `Write node:${name}.` })),
            { name: 'node:process', importNames: ['env'], message: 'Only src/config.ts reads the environment.' },
          ],
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Numbers read well in a sentence; everything else must be turned into text on purpose.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': 'error',
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
);
