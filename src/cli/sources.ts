import { writeOpml } from '../sources/index.ts';
import type { FollowedSource } from '../sources/index.ts';
import type { Translate } from '../texts.ts';
import { defineVerb, exitCodes } from './verb.ts';

/** Lists what Kiosk follows, and how reading it goes. */
export const sources = defineVerb({
  options: { opml: { type: 'flag', help: 'cli.sources.opml' } },
  async run({ options, output, openStore, translate, signal }) {
    const followed = await (await openStore()).sources.list();
    if (options.opml) {
      await output.line(writeOpml(followed, translate('cli.sources.title')).trimEnd());
      return exitCodes.success;
    }
    for (const source of followed) {
      signal.throwIfAborted();
      await (options.json ? output.json(summary(source)) : output.line(line(source, translate)));
    }
    if (followed.length === 0 && !options.json) await output.line(translate('cli.sources.none'));
    return exitCodes.success;
  },
});

function summary({
  url,
  name,
  language,
  status,
  readAt,
  dueAt,
  interval,
  failures,
  failure,
}: FollowedSource) {
  return {
    url,
    name,
    language: language ?? null,
    status,
    readAt: readAt ?? null,
    dueAt,
    everySeconds: interval === undefined ? null : Math.round(interval / 1000),
    failures,
    failure: failure ?? null,
  };
}

function line({ url, name, status, readAt, failure }: FollowedSource, translate: Translate): string {
  const isWell = failure === undefined && status === 'active';
  const read = readAt?.toISOString().slice(0, 16).replace('T', ' ');
  const said = [
    status === 'active' ? undefined : translate(`cli.sources.${status}`),
    failure === undefined ? undefined : translate(failure),
    failure === undefined && status === 'active' ? (read ?? translate('replies.sources.waiting')) : undefined,
  ];
  return `${isWell ? '✓' : '✗'} ${name}  ${url}  ${said.filter(Boolean).join(': ')}`;
}
