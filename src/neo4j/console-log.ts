/** Why Neo4j did not start, as far as its output tells. */
export interface StartFailure {
  /** Another program took the port between our choosing it and Neo4j's: worth another try. */
  readonly portTaken: boolean;
  readonly message: string;
}

const KNOWN: readonly (readonly [pattern: RegExp, advice: string])[] = [
  [
    /has been locked by another process/,
    'another Neo4j works on this folder: stop it (sobremesa db stop), then start again',
  ],
  [/No space left on device/, 'the disk is full: free some space (about 300 MB), then start again'],
  [
    /Permission denied|AccessDeniedException|Read-only file system/,
    'this user may not write there: give the folder to this user (chown), then start again',
  ],
  [
    /Could not reserve enough space|insufficient memory|Cannot allocate memory|OutOfMemoryError|Invalid maximum heap size|Invalid initial heap size/,
    'there is not enough memory, or the heap size set is wrong: set a smaller heap, close programs, then start again',
  ],
  [
    /UnsupportedClassVersionError|Unsupported Java/,
    'this Java is too old: install Java 17 or 21, or set JAVA_HOME to it',
  ],
  [
    /Could not find or load main class|NoClassDefFoundError|ClassNotFoundException|ZipException|zip END header/,
    'a jar is missing or damaged: delete the folder of jars, and the next start fetches them anew',
  ],
  [
    /Error (?:evaluating|parsing) value|Unrecognized setting|Invalid value for/,
    'a setting has a wrong value: compare it with .env.example',
  ],
  [/Address already in use|PortBindException|BindException/, 'another program took its port: start again'],
];

/** Picks the line of Neo4j's output that tells why it ended, and says what to do about it. */
export function explainFailure(output: string, logFile: string): StartFailure {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  for (const [pattern, advice] of KNOWN) {
    const line = lines.findLast((candidate) => pattern.test(candidate));
    if (line !== undefined) {
      return {
        portTaken: /Address already in use|BindException/.test(line),
        message: `${shorten(line)}\nThat means: ${advice}. All its output: ${logFile}`,
      };
    }
  }
  const line = lines.findLast((candidate) => /^Caused by|\b(?:ERROR|Error|error)\b/.test(candidate)) ?? lines.at(-1);
  return {
    portTaken: false,
    message: `${line === undefined ? 'it printed nothing' : shorten(line)}\nAll its output: ${logFile}`,
  };
}

function shorten(line: string): string {
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
