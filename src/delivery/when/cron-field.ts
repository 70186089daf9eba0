/** One of the five fields of a cron expression: its bounds, both included, and the names its numbers have. */
export interface FieldSpec {
  readonly minimum: number;
  readonly maximum: number;
  /** Names from `minimum` on. */
  readonly names: readonly string[];
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const weekdays = 'sun mon tue wed thu fri sat'.split(' ');

/** Minute, hour, day of the month, month, day of the week (0 and 7 are Sunday). */
export const fieldSpecs: readonly FieldSpec[] = [
  { minimum: 0, maximum: 59, names: [] },
  { minimum: 0, maximum: 23, names: [] },
  { minimum: 1, maximum: 31, names: [] },
  { minimum: 1, maximum: 12, names: months },
  { minimum: 0, maximum: 7, names: weekdays },
];

const part = /^(?:\*|([a-z]+|\d{1,2})(?:-([a-z]+|\d{1,2}))?)(?:\/(\d{1,2}))?$/;

/** The numbers a field stands for, ascending and with 0 for Sunday; undefined where it isn't one. */
export function parseField(text: string, spec: FieldSpec): readonly number[] | undefined {
  const found = new Set<number>();
  for (const piece of text.split(',')) {
    const numbers = parsePart(piece, spec);
    if (numbers === undefined) return undefined;
    for (const number of numbers) found.add(number);
  }
  return [...found].sort((one, other) => one - other);
}

function parsePart(piece: string, spec: FieldSpec): readonly number[] | undefined {
  const match = part.exec(piece);
  if (match === null) return undefined;
  const [, one, other, every] = match;
  // "5/15" is read in different ways by different programs.
  if (one !== undefined && other === undefined && every !== undefined) return undefined;
  const first = one === undefined ? spec.minimum : numberOf(one, spec);
  const last = other === undefined ? (one === undefined ? spec.maximum : first) : numberOf(other, spec);
  const step = Number(every ?? 1);
  if (first === undefined || last === undefined || step < 1 || step > spec.maximum) return undefined;
  const isWeek = spec.names === weekdays;
  const end = isWeek && last === 0 && first > 0 ? 7 : last;
  if (end < first) return undefined;
  const count = Math.floor((end - first) / step) + 1;
  return Array.from({ length: count }, (_, index) => first + index * step).map((number) =>
    isWeek ? number % 7 : number,
  );
}

function numberOf(text: string, { minimum, maximum, names }: FieldSpec): number | undefined {
  const named = names.indexOf(text);
  const number = named < 0 ? Number(text) : minimum + named;
  return number >= minimum && number <= maximum ? number : undefined;
}
