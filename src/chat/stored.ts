import * as v from 'valibot';

const dateSchema = v.object({ date: v.string(), style: v.picklist(['date', 'time', 'relative']) });

/** Reads JSON in which the dates of messages are dates again; undefined where it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) =>
      v.is(dateSchema, value) ? { ...value, date: new Date(value.date) } : value,
    );
  } catch {
    return undefined;
  }
}
