/** Times of a day by the clocks of a zone; told apart from Kiosk's own reckoning. */
export interface Daily {
  readonly zone: string;
  readonly hours: readonly number[];
  readonly minute: number;
  /** Days of the week, Sunday 0; all of them without. */
  readonly weekdays?: readonly number[];
}

const hour = 3_600_000;
const day = 24 * hour;

/** As an expression in cron's five fields. */
export function cronOf({ hours, minute, weekdays }: Daily): string {
  return `${minute} ${hours.join(',')} * * ${weekdays === undefined ? '*' : weekdays.join(',')}`;
}

/** The instants from `from` on and before `to`, ascending. None may be in an hour that clocks skip or show twice. */
export function instantsOf(
  { zone, hours, minute, weekdays }: Daily,
  from: number,
  to: number,
): readonly number[] {
  const found: number[] = [];
  for (let date = Math.floor(from / day) * day - day; date < to + day; date += day) {
    if (weekdays !== undefined && !weekdays.includes(new Date(date).getUTCDay())) continue;
    for (const each of hours) {
      const shown = date + each * hour + minute * 60_000;
      const instant = shown - aheadAt(shown - aheadAt(shown, zone), zone);
      if (instant >= from && instant < to) found.push(instant);
    }
  }
  return found.toSorted((one, other) => one - other);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds that the clocks of a zone are ahead of UTC. */
function aheadAt(instant: number, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(zone, format);
  return Date.parse(`${format.format(instant).replace(' ', 'T')}Z`) - instant;
}

/** When hours by the clocks of a zone that go over midnight have passed; `instant` itself where it is in none of them. */
export function afterQuiet(
  { from, to }: { readonly from: number; readonly to: number },
  zone: string,
  instant: number,
): number {
  const shown = new Date(instant + aheadAt(instant, zone)).getUTCHours();
  if (shown < from && shown >= to) return instant;
  return instantsOf({ zone, hours: [to], minute: 0 }, instant, instant + day + hour)[0] ?? instant;
}
