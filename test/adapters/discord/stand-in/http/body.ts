import type { IncomingMessage } from 'node:http';
import { Refusal } from '../refusal.ts';

/** What a request brings: its JSON, and the names of the files beside it. */
export interface Body {
  readonly json: unknown;
  readonly files: readonly string[];
}

/** Reads a request to its end. */
export async function readBytes(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Understands what was sent. @throws {Refusal} where it is no JSON */
export async function readBody(bytes: Buffer<ArrayBuffer>, type: string): Promise<Body> {
  if (bytes.length === 0) return { json: undefined, files: [] };
  if (!type.startsWith('multipart/form-data')) return { json: parse(bytes.toString()), files: [] };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const payload = form.get('payload_json');
  const files = [...form.entries()].flatMap(([, value]) => (typeof value === 'string' ? [] : [value.name]));
  return { json: typeof payload === 'string' ? parse(payload) : {}, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('invalidJson');
  }
}
