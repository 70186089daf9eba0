import { defineCommand } from '#kiosk';
import type { FollowedSource, Text, Translate } from '#kiosk';

export default defineCommand({
  options: {},
  async run({ language, t, kiosk }) {
    const sources = await kiosk.sources();
    const read = await kiosk.outlets();
    const none: Text = t('replies.sources.none');
    return {
      language,
      blocks: [
        { kind: 'heading', text: t('replies.sources.followed') },
        sources.length === 0
          ? { kind: 'text', text: none }
          : { kind: 'list', items: sources.map((source) => sourceLine(source, t)) },
        ...(read.length === 0
          ? []
          : [{ kind: 'text' as const, text: t('replies.sources.read', { sources: read.join(', ') }) }]),
      ],
    };
  },
});

function sourceLine({ name, url, failure, readAt }: FollowedSource, t: Translate): Text {
  const link = { link: name, to: url };
  if (failure !== undefined) return [link, ' — ', t('replies.sources.failing', { reason: t(failure) })];
  return readAt === undefined
    ? [link, ' — ', t('replies.sources.waiting')]
    : [link, ' — ', t('replies.sources.readAt'), ' ', { date: readAt, style: 'time' }];
}
