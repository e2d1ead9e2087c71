import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadEnvFile } from 'node:process';
import { fileURLToPath } from 'node:url';

import { settings, type Setting, type SettingName, type SettingValues } from './settings.ts';

export interface Config {
  readonly http: {
    readonly host: string;
    readonly port: number;
    readonly trustProxy: boolean;
    /** Requests a minute from one sender; 0 for no limit. */
    readonly requestsPerMinute: number;
    /** Milliseconds of mean event loop delay above which requests are refused; 0 for never. */
    readonly stall: number;
    /** Milliseconds for a request, all told. */
    readonly requestTimeout: number;
    /** Milliseconds that a stop waits for answers under way. */
    readonly shutdownGrace: number;
  };
  readonly limits: Limits;
  /** The Neo4j to use; `null` for the managed local one. */
  readonly neo4j: Neo4jAddress | null;
  /** Milliseconds. */
  readonly timeouts: { readonly statement: number; readonly connection: number; readonly pool: number };
  /** Megabytes for the managed Neo4j. */
  readonly memory: { readonly heap: number; readonly pageCache: number };
  /** Absolute path of the folder of the managed Neo4j. */
  readonly home: string;
  /** Absolute path of the folder of the data package. */
  readonly data: string;
  /** Whether the usual questions are planned after a start, before /readyz says ready. */
  readonly warmUp: boolean;
  readonly logLevel: SettingValues['LOG_LEVEL'];
}

export interface Limits {
  /** Bytes. */
  readonly body: number;
  readonly nesting: number;
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly repeats: number;
  readonly definitions: number;
  readonly list: number;
  readonly cost: number;
  readonly errors: number;
}

export interface Neo4jAddress {
  readonly uri: string;
  readonly username: string;
  /** `null` for a database without authentication. */
  readonly password: string | null;
  readonly database: string;
}

/** All that is wrong with the settings, one line each. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `The settings have ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}; .env.example explains each setting.\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const project = fileURLToPath(new URL('..', import.meta.url));

/** Reads the settings of this process, with those of a `.env` in the working folder below them. Throws ConfigError. */
export function loadConfig(): Config {
  const file = resolve('.env');
  if (existsSync(file)) {
    try {
      loadEnvFile(file);
    } catch (cause) {
      throw new ConfigError([
        `.env cannot be read (${cause instanceof Error ? cause.message : String(cause)}); make it a readable text file, or remove it`,
      ]);
    }
  }
  return readConfig(process.env);
}

/** Reads the settings from an environment. Throws one ConfigError that names everything wrong with them. */
export function readConfig(environment: Environment): Config {
  const problems: string[] = [];
  const values = Object.fromEntries(
    Object.entries<Setting<unknown>>(settings).map(([name, setting]) => [
      name,
      readSetting(name, setting, environment, problems),
    ]),
  );
  problems.push(...clashes(environment));
  if (problems.length > 0) throw new ConfigError(problems);
  // Each value was parsed by the type of its own setting just above, and none was refused.
  return toConfig(values as unknown as SettingValues);
}

function readSetting(
  name: string,
  { type, fallback, expected, example, secret }: Setting<unknown>,
  environment: Environment,
  problems: string[],
): unknown {
  const given = (secret ? environment[name] || undefined : valueOf(environment, name)) ?? fallback;
  if (given === null) return null;
  const parsed = type.safeParse(given);
  if (parsed.success) return parsed.data;
  problems.push(
    `${name}: got ${secret ? '*** (hidden)' : shown(given)}, expected ${expected}, for example ${name}=${example}`,
  );
  return null;
}

/** An empty value is what an unset variable of a container file becomes. */
function valueOf(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === '' ? undefined : value;
}

function clashes(environment: Environment): readonly string[] {
  const given = (name: SettingName) => valueOf(environment, name) !== undefined;
  const passwordless = valueOf(environment, 'NEO4J_AUTH') === 'none';
  if (given('NEO4J_URI')) {
    return given('NEO4J_PASSWORD') || passwordless
      ? []
      : [
          'NEO4J_PASSWORD: got nothing, expected the password at NEO4J_URI, for example NEO4J_PASSWORD=choose-your-own; or NEO4J_AUTH=none if it asks for none',
        ];
  }
  const idle = (['NEO4J_USERNAME', 'NEO4J_PASSWORD', 'NEO4J_DATABASE'] as const).filter(given);
  return idle.map(
    (name) =>
      `${name}: set without NEO4J_URI, expected both, for example NEO4J_URI=bolt://127.0.0.1:7687; or remove it to use the managed database`,
  );
}

/** Shows a value without the user and password that an address, however mistyped, may carry. */
function shown(value: string): string {
  const masked = value.replace(/^.*@/s, '***@');
  return JSON.stringify(masked.length > 80 ? `${masked.slice(0, 80)}…` : masked);
}

function toConfig(values: SettingValues): Config {
  return {
    http: {
      host: values.HOST,
      port: values.PORT,
      trustProxy: values.TRUST_PROXY,
      requestsPerMinute: values.LIMIT_REQUESTS,
      stall: values.LIMIT_STALL,
      requestTimeout: values.TIMEOUT_REQUEST,
      shutdownGrace: values.TIMEOUT_SHUTDOWN,
    },
    limits: {
      body: values.LIMIT_BODY,
      nesting: values.LIMIT_NESTING,
      tokens: values.LIMIT_TOKENS,
      depth: values.LIMIT_DEPTH,
      aliases: values.LIMIT_ALIASES,
      directives: values.LIMIT_DIRECTIVES,
      repeats: values.LIMIT_REPEATS,
      definitions: values.LIMIT_DEFINITIONS,
      list: values.LIMIT_LIST,
      cost: values.LIMIT_COST,
      errors: values.LIMIT_ERRORS,
    },
    neo4j: values.NEO4J_URI === null ? null : toAddress(values.NEO4J_URI, values),
    memory: { heap: values.NEO4J_HEAP, pageCache: values.NEO4J_PAGE_CACHE },
    timeouts: { statement: values.TIMEOUT_STATEMENT, connection: values.TIMEOUT_CONNECTION, pool: values.TIMEOUT_POOL },
    home: values.SOBREMESA_HOME === null ? resolve(project, '.sobremesa') : resolve(values.SOBREMESA_HOME),
    data: values.SOBREMESA_DATA === null ? resolve(project, 'seeds/cdmx-2016') : resolve(values.SOBREMESA_DATA),
    warmUp: values.WARM_UP,
    logLevel: values.LOG_LEVEL,
  };
}

function toAddress(uri: string, values: SettingValues): Neo4jAddress {
  return {
    uri,
    username: values.NEO4J_USERNAME,
    password: values.NEO4J_AUTH === 'none' ? null : values.NEO4J_PASSWORD,
    database: values.NEO4J_DATABASE,
  };
}
