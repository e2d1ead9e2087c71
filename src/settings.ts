import { z } from 'zod';

/** One environment variable: what it sets, how it is read, what its absence means. */
export interface Setting<T> {
  readonly about: string;
  /** What a valid value looks like, completing the sentence "expected …". */
  readonly expected: string;
  readonly example: string;
  /** The value when the variable is absent or empty; `null` where absence has a meaning of its own, told in `about`. */
  readonly fallback: string | null;
  /** Whether its value must never be shown. */
  readonly secret: boolean;
  readonly type: z.ZodType<T, string>;
}

const SCHEMES = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'] as const;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const HOUR = 3_600_000;
const MOST = 1_000_000;

/** Every setting of the program, in the order in which `.env.example` lists them: the one described place. */
export const settings = {
  HOST: text(
    'Address on which the server listens; 0.0.0.0 opens it to other machines.',
    'an address or host name',
    '0.0.0.0',
    '127.0.0.1',
  ),
  PORT: whole('Port of the server; 0 takes any free one.', 0, 65_535, 4000, '8080'),
  TRUST_PROXY: yesOrNo(
    'Whether the sender named by a reverse proxy (X-Forwarded-For) is believed; say yes only behind one.',
    'no',
  ),
  LOG_LEVEL: oneOf('How much the log tells; it goes to standard output as JSON lines.', LOG_LEVELS, 'info', 'debug'),

  NEO4J_URI: address('The Neo4j to use. Without it the program fetches and manages a local one.'),
  NEO4J_USERNAME: text('User at NEO4J_URI.', 'a user name', 'neo4j', 'neo4j'),
  NEO4J_PASSWORD: optional(
    text('Password at NEO4J_URI; required there, unless NEO4J_AUTH=none.', 'a password', 'choose-your-own', null),
    true,
  ),
  NEO4J_AUTH: oneOf(
    'Say none for a NEO4J_URI that asks for no password.',
    ['password', 'none'],
    'password',
    'none',
    true,
  ),
  NEO4J_DATABASE: text('Database at NEO4J_URI.', 'the name of a database', 'neo4j', 'neo4j'),

  NEO4J_HEAP: whole(
    'Megabytes that the managed Neo4j may take for its work. 50,000 changed rows in one transaction need most of the default.',
    256,
    MOST,
    1024,
    '4096',
  ),
  NEO4J_PAGE_CACHE: whole(
    'Megabytes in which the managed Neo4j keeps its files; a graph of 100,000 actors is well served by 512.',
    8,
    MOST,
    128,
    '512',
  ),

  SOBREMESA_HOME: optional(
    text(
      'Folder of the managed Neo4j: program, data, password. Without it .sobremesa in the project.',
      'a folder',
      './.sobremesa',
      null,
    ),
  ),
  SOBREMESA_DATA: optional(
    text(
      'Folder of the data package to serve. Without it seeds/cdmx-2016 in the project.',
      'a folder',
      './seeds/cdmx-2016',
      null,
    ),
  ),

  WARM_UP: yesOrNo(
    'Whether the database plans the usual questions after a start, while it answers already, before /readyz says ready. With no, /readyz is some fifteen seconds sooner, and what is asked for the first time waits instead.',
    'yes',
  ),

  LIMIT_BODY: whole('Largest body of a request, in bytes.', 1_000, 100_000_000, 262_144, '65536'),
  LIMIT_NESTING: whole(
    'Brackets open at once in a body or a query, counted before any parser reads them.',
    8,
    500,
    64,
    '32',
  ),
  LIMIT_TOKENS: whole('Tokens in a query.', 10, 100_000, 3000, '1000'),
  LIMIT_DEPTH: whole('Levels of fields in a query.', 1, 200, 20, '12'),
  LIMIT_ALIASES: whole('Aliases in a query.', 0, 10_000, 50, '20'),
  LIMIT_DIRECTIVES: whole('Directives in a query.', 0, 10_000, 60, '20'),
  LIMIT_REPEATS: whole(
    'How often one name may be asked for in a query: checking that equal names mean the same takes its square.',
    1,
    2000,
    200,
    '100',
  ),
  LIMIT_DEFINITIONS: whole('Operations and fragments in a query.', 1, 1000, 100, '50'),
  LIMIT_LIST: whole('Values in one list of an argument or a variable, such as ids.', 1, 10_000, 100, '50'),
  LIMIT_COST: whole(
    'Objects that an answer may hold, estimated from the query before it runs.',
    1,
    MOST,
    10_000,
    '2000',
  ),
  LIMIT_ERRORS: whole('Errors listed in an answer.', 1, 100, 5, '10'),
  LIMIT_REQUESTS: whole('Requests that one sender may make in a minute; 0 sets no limit.', 0, MOST, 0, '600'),
  LIMIT_STALL: whole(
    'Mean delay of the event loop, in milliseconds, above which requests are answered 503; 0 never does.',
    0,
    HOUR,
    1000,
    '500',
  ),

  TIMEOUT_REQUEST: whole('Milliseconds for a request, all told.', 50, HOUR, 10_000, '5000'),
  TIMEOUT_STATEMENT: whole('Milliseconds after which the database stops a statement.', 10, HOUR, 3000, '1000'),
  TIMEOUT_CONNECTION: whole('Milliseconds to wait for a connection to the database to open.', 10, HOUR, 2000, '5000'),
  TIMEOUT_POOL: whole('Milliseconds to wait for a free connection to the database.', 10, HOUR, 3000, '5000'),
  TIMEOUT_SHUTDOWN: whole('Milliseconds that a stop waits for answers under way.', 0, HOUR, 8000, '2000'),
} as const satisfies Record<string, Setting<unknown>>;

export type SettingName = keyof typeof settings;
export type SettingValues = {
  readonly [Name in SettingName]: z.output<(typeof settings)[Name]['type']> | AbsentValue<Name>;
};
type AbsentValue<Name extends SettingName> = (typeof settings)[Name]['fallback'] extends string ? never : null;

/** The content of `.env.example`: every setting, described, with its default or an example. */
export function envExample(): string {
  const entries = Object.entries<Setting<unknown>>(settings).map(([name, { about, expected, example, fallback }]) =>
    [
      `# ${about}`,
      `# Expected: ${expected}. ${fallback === null ? 'Not set by default; example:' : `Default, when not set: ${fallback}`}`,
      `# ${name}=${fallback ?? example}`,
    ].join('\n'),
  );
  return `# Settings of Sobremesa. Copy this file to .env and take the leading # from the lines you change.\n# What the environment already sets wins over .env; an empty value counts as not set.\n\n${entries.join('\n\n')}\n`;
}

function text<Fallback extends string | null>(about: string, expected: string, example: string, fallback: Fallback) {
  return { about, expected, example, fallback, secret: false, type: z.string() };
}

function optional<T extends object>(
  setting: T,
  secret = false,
): Omit<T, 'fallback' | 'secret'> & { readonly fallback: null; readonly secret: boolean } {
  return { ...setting, fallback: null, secret };
}

function whole(about: string, least: number, most: number, fallback: number, example: string) {
  const type = z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(z.number().int().min(least).max(most));
  return {
    about,
    expected: `a whole number from ${least} to ${most}`,
    example,
    fallback: String(fallback),
    secret: false,
    type,
  };
}

function oneOf<const Values extends readonly [string, ...string[]]>(
  about: string,
  values: Values,
  fallback: Values[number],
  example: string,
  secret = false,
) {
  return { about, expected: values.join(' or '), example, fallback, secret, type: z.enum(values) };
}

function yesOrNo(about: string, fallback: 'yes' | 'no') {
  return {
    about,
    expected: 'yes or no',
    example: fallback === 'yes' ? 'no' : 'yes',
    fallback,
    secret: false,
    type: z.enum(['yes', 'no']).transform((word) => word === 'yes'),
  };
}

function address(about: string) {
  const expected = `${SCHEMES.map((scheme) => `${scheme}://`).join(', ')} and a host, without user and password, which have their own settings`;
  const type = z.string().refine((uri) => {
    if (!URL.canParse(uri)) return false;
    const { protocol, hostname, username, password } = new URL(uri);
    return SCHEMES.some((scheme) => protocol === `${scheme}:`) && hostname !== '' && username === '' && password === '';
  });
  return { about, expected, example: 'neo4j+s://graph.example.org', fallback: null, secret: false, type };
}
