import { Refusal } from '../refusal.ts';

/** What a method was asked with. */
export type Arguments = Readonly<Record<string, unknown>>;

/** Arguments that travel as JSON within a form. */
const asJson: ReadonlySet<string> = new Set([
  'blocks',
  'attachments',
  'metadata',
  'view',
  'prompts',
  'loading_messages',
]);
const asNumber: ReadonlySet<string> = new Set(['limit']);

/** Understands a request's body: a form, as the official client sends, or JSON. @throws {Refusal} */
export function readArguments(text: string, type: string): Arguments {
  if (type.startsWith('application/json')) return readJson(text);
  if (text === '') return {};
  if (!type.startsWith('application/x-www-form-urlencoded')) throw new Refusal('invalid_form_data');
  return Object.fromEntries([...new URLSearchParams(text)].map(([key, value]) => [key, valueOf(key, value)]));
}

function valueOf(key: string, value: string): unknown {
  if (asNumber.has(key)) return Number(value);
  if (!asJson.has(key)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Understands JSON that is an object. @throws {Refusal} */
export function readJson(text: string): Arguments {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return { ...read };
  } catch {
    // It is refused below, like JSON that is no object.
  }
  throw new Refusal('invalid_json');
}
