import { defineCommand } from '#kiosk';
import type { FollowedSource, Text, Translate } from '#kiosk';

/** Sources listed at the most; those with a trouble come first. */
const listed = 50;

export default defineCommand({
  options: {},
  async run({ language, t, kiosk, now, typed }) {
    const sources = await kiosk.sources.list();
    const read = await kiosk.outlets();
    const ordered = [...sources.filter(isTroubled), ...sources.filter((source) => !isTroubled(source))];
    const left = Math.max(0, ordered.length - listed);
    return {
      language,
      blocks: [
        { kind: 'heading', text: t('replies.sources.followed', { count: sources.length }) },
        ...(sources.length === 0
          ? [{ kind: 'text' as const, text: t('replies.sources.none', { example: typed('source') }) }]
          : [
              {
                kind: 'list' as const,
                items: ordered.slice(0, listed).map((source) => sourceLine(source, t, now)),
              },
            ]),
        ...(left === 0 ? [] : [{ kind: 'text' as const, text: t('replies.sources.more', { count: left }) }]),
        ...(read.length === 0
          ? []
          : [{ kind: 'text' as const, text: t('replies.sources.read', { sources: read.join(', ') }) }]),
      ],
    };
  },
});

function isTroubled({ status, failure }: FollowedSource): boolean {
  return status === 'asleep' || status === 'ended' || failure !== undefined;
}

function sourceLine(source: FollowedSource, t: Translate, now: Date): Text {
  return [{ link: source.name, to: source.url }, ' — ', ...health(source, t, now)];
}

/** How reading a source goes, in a few words. */
function health(
  { status, failure, failures, readAt, dueAt }: FollowedSource,
  t: Translate,
  now: Date,
): readonly Exclude<Text, readonly unknown[]>[] {
  const why = failure === undefined ? '' : t(failure);
  switch (status) {
    case 'paused':
      return [t('replies.sources.paused')];
    case 'ended':
      return [t('replies.sources.ended', { reason: why })];
    case 'asleep':
      return [t('replies.sources.asleep', { reason: why })];
    case 'active': {
      if (failure !== undefined) return [t('replies.sources.failing', { reason: why, count: failures })];
      if (readAt === undefined) return [t('replies.sources.waiting')];
      const next =
        dueAt > now
          ? ([' · ', t('replies.sources.next'), ' ', { date: dueAt, style: 'relative' }] as const)
          : [];
      return [t('replies.sources.readAt'), ' ', { date: readAt, style: 'time' }, ...next];
    }
  }
}
