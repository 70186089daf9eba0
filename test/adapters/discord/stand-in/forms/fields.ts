import * as v from 'valibot';

/**
 * Text of `minimum` to `maximum` UTF-16 units: never fewer than Discord's own count of characters. Discord cuts white space off
 * both ends, so that nothing but white space is nothing.
 */
export function text(minimum: number, maximum: number) {
  const bounds =
    minimum === 0
      ? `BASE_TYPE_MAX_LENGTH Must be ${maximum} or fewer in length.`
      : `BASE_TYPE_BAD_LENGTH Must be between ${minimum} and ${maximum} in length.`;
  return v.pipe(
    v.string(),
    v.check((value) => value.trim().length >= minimum && value.length <= maximum, bounds),
  );
}

/** A list of `minimum` to `maximum` of the same. */
export function list<const item>(item: v.GenericSchema<unknown, item>, minimum: number, maximum: number) {
  const bounds =
    minimum === 0
      ? `BASE_TYPE_MAX_LENGTH Must be ${maximum} or fewer in length.`
      : `BASE_TYPE_BAD_LENGTH Must be between ${minimum} and ${maximum} in length.`;
  return v.pipe(
    v.array(item),
    v.check((value) => value.length >= minimum && value.length <= maximum, bounds),
  );
}

/** A whole number within bounds. */
export function whole(minimum: number, maximum: number) {
  return v.pipe(
    v.number(),
    v.check((value) => Number.isSafeInteger(value), 'NUMBER_TYPE_COERCE Value is not int.'),
    v.check(
      (value) => value >= minimum && value <= maximum,
      `NUMBER_TYPE_MAX int value should be between ${minimum} and ${maximum}.`,
    ),
  );
}

/** One of some numbers. */
export function oneOf<const numbers extends readonly number[]>(numbers: numbers) {
  return v.picklist(numbers, `BASE_TYPE_CHOICES Value must be one of {${numbers.join(', ')}}.`);
}

/** Discord's id of something. */
export const snowflake = v.pipe(
  v.string(),
  v.regex(/^\d{1,20}$/, 'NUMBER_TYPE_COERCE Value is not snowflake.'),
);

/** An address that a reader can open. */
export function address(schemes: readonly string[], maximum = 2048) {
  const named = schemes.map((scheme) => `'${scheme}'`).join(', ');
  return v.pipe(
    text(1, maximum),
    v.check((value) => schemeOf(value) !== undefined, 'URL_TYPE_INVALID_URL Not a well formed URL.'),
    v.check(
      (value) => schemes.includes(schemeOf(value) ?? ''),
      `URL_TYPE_INVALID_SCHEME Scheme is not supported. Scheme must be one of (${named}).`,
    ),
  );
}

function schemeOf(url: string): string | undefined {
  const parsed = /\s/.test(url) ? null : URL.parse(url);
  if (parsed === null) return undefined;
  if (parsed.protocol.startsWith('http') && parsed.hostname === '') return undefined;
  return parsed.protocol.slice(0, -1);
}

/** An address of a page. */
export const page = address(['http', 'https']);
/** An address of a picture or a file, which may be one that comes with the message. */
export const media = address(['http', 'https', 'attachment']);
