import type { Block } from '../chat/message.ts';
import type { Settings } from '../chat/settings.ts';
import type { LanguageTag } from '../language/language.ts';
import type { FollowedSource, SourceStore } from '../sources/store.ts';
import type { Translate } from '../texts.ts';
import type { Outbox } from './outbox.ts';

/** Tells channels how the sources they asked for fare. */
export interface HealthNotices {
  /** Puts a notice into the outbox for each source that fell asleep or ended, and for each that is read again, once. */
  tell(): Promise<void>;
}

/** Whoever tells the same puts the same notice. */
export function createHealthNotices(parts: {
  readonly sources: Pick<SourceStore, 'list' | 'change'>;
  readonly outbox: Pick<Outbox, 'put'>;
  readonly settings: Pick<Settings, 'language'>;
  readonly translate: (language: LanguageTag) => Translate;
  readonly defaultLanguage: LanguageTag;
  readonly now: () => Date;
}): HealthNotices {
  const { sources, outbox, settings, translate, defaultLanguage, now } = parts;

  async function tellOf(source: FollowedSource, channel: string): Promise<void> {
    const { url, status } = source;
    if (status === 'paused') return;
    const language = (await settings.language(channel)) ?? defaultLanguage;
    const at = now();
    const notice = {
      // Another one when the same happens next time.
      key: `source:${channel}:${url}:${status}:${source.readAt?.getTime() ?? 0}`,
      kind: 'notice',
      channel,
      language,
      parts: [{ blocks: noticeOf(source, translate(language)) }],
      dueAt: at,
      notBefore: at,
    } as const;
    await outbox.put(notice, at);
    await sources.change(url, { told: status });
  }

  return {
    async tell() {
      for (const source of await sources.list()) {
        const { channel, status, told } = source;
        if (channel !== undefined && status !== told) await tellOf(source, channel);
      }
    },
  };
}

function noticeOf({ url, name, status, failure }: FollowedSource, t: Translate): readonly Block[] {
  const text = { kind: 'text', text: { link: name, to: url } } as const;
  if (status === 'active') {
    return [text, { kind: 'text', text: t('replies.health.recovered') }];
  }
  const reason = failure === undefined ? '' : t(failure);
  const said = status === 'ended' ? 'replies.health.ended' : 'replies.health.asleep';
  return [
    text,
    { kind: 'text', text: t(said, { reason }) },
    { kind: 'text', text: t('replies.health.mend') },
    {
      kind: 'actions',
      actions: [
        {
          label: t('replies.health.refresh'),
          command: 'source',
          options: { action: 'refresh', source: url },
        },
        {
          label: t('replies.health.remove'),
          command: 'source',
          options: { action: 'remove', source: url },
        },
      ],
    },
  ];
}
