import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { CodegenConfig } from '@graphql-codegen/cli';

/** An exported `PersonRecord` in a record file is what resolvers of the type `Person` work on. */
function mappersOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(entities|answers|fields|graph)\b.*[.-]record\.ts$/.test(file),
  );
  const mappers = files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/^export (?:type|interface) (\w+)Record\b/gm)].map(
      ([, type = '']) => [type, `../${file.replaceAll('\\', '/')}#${type}Record`] as const,
    ),
  );
  return Object.fromEntries(mappers);
}

const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  silent: true,
  generates: {
    'src/generated/resolvers.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        contextType: '../graphql/context.ts#Context',
        mappers: mappersOf('src'),
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { ID: 'string', PartialDate: 'string', DateTime: 'string' },
        maybeValue: 'T | null',
        inputMaybeValue: 'T | null | undefined',
        immutableTypes: true,
        addInterfaceFieldResolverTypes: true,
        emitLegacyCommonJSImports: false,
        importExtension: '',
      },
    },
  },
};

export default config;
