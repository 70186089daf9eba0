import type { IncomingMessage } from 'node:http';

/** What a request brings: its JSON, and the names of the files beside it. */
export interface Body {
  readonly json: unknown;
  readonly files: readonly string[];
  /** Whether it claims to be JSON and isn't. */
  readonly broken: boolean;
}

/** Reads a request to its end. */
export async function readBytes(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Understands what was sent. */
export async function readBody(bytes: Buffer<ArrayBuffer>, type: string): Promise<Body> {
  if (bytes.length === 0) return { json: undefined, files: [], broken: false };
  if (!type.startsWith('multipart/form-data')) return parse(bytes.toString(), []);
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const payload = form.get('payload_json');
  const files = [...form.entries()].flatMap(([, value]) => (typeof value === 'string' ? [] : [value.name]));
  return parse(typeof payload === 'string' ? payload : '{}', files);
}

function parse(text: string, files: readonly string[]): Body {
  try {
    return { json: JSON.parse(text), files, broken: false };
  } catch {
    return { json: undefined, files, broken: true };
  }
}
