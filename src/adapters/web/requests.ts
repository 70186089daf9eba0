import * as v from 'valibot';
import type { LanguageTag } from '../../language/language.ts';

/**
 * The largest body, in bytes. A question may have 20,000 characters of any script, four bytes each in UTF-8 and twelve
 * where JSON escapes them; how long a question may be is the command's business.
 */
export const mostBytes = 256 * 1024;

const name = v.pipe(v.string(), v.maxLength(100));

/** The shapes of the requests that the page sends. */
export function createRequestSchemas(languages: readonly LanguageTag[]) {
  const language = v.picklist(languages);
  return {
    language,
    call: v.union([
      v.strictObject({ text: v.string(), language }),
      v.strictObject({
        command: name,
        options: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
        language,
      }),
    ]),
    suggest: v.strictObject({ command: name, option: name, typed: v.string(), language }),
  };
}

/** Parsers for everything that reaches the server. */
export type RequestSchemas = ReturnType<typeof createRequestSchemas>;
