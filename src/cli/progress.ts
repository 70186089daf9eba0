/** One line that says how far something is, replaced in place. */
export interface Progress {
  show(text: string): void;
  clear(): void;
}

const clearLine = '\r\u001B[K';

/** Shows progress on a terminal, and nothing where the stream is piped. */
export function createProgress(stream: NodeJS.WritableStream & { readonly isTTY?: boolean }): Progress {
  if (stream.isTTY !== true) return { show() {}, clear() {} };
  return {
    show: (text) => void stream.write(`${clearLine}${text}`),
    clear: () => void stream.write(clearLine),
  };
}
