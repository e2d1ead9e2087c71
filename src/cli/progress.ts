/** Shows what the program is at, on the error output: one line that changes on a terminal, nothing elsewhere. */
export interface Progress {
  tell(message: string): void;
  /** Takes the line away, so that what follows stands alone. */
  clear(): void;
}

export function progress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { tell: () => undefined, clear: () => undefined };
  const clear = () => stream.write('\r\u001b[K');
  return {
    tell: (message) => {
      clear();
      stream.write(message.slice(0, Math.max(1, stream.columns - 1)));
    },
    clear,
  };
}
