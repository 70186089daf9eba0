import type { ChatAdapter } from '../chat/adapter.ts';
import type { Message } from '../chat/message.ts';
import type { Settings } from '../chat/settings.ts';
import { DeliveryError } from '../errors.ts';
import type { LanguageTag } from '../language/language.ts';
import type { FollowedSource, SourceStore } from '../sources/store.ts';
import type { Translate } from '../texts.ts';

/** Tells channels how the sources they asked for fare. */
export interface HealthNotices {
  /** Tells each channel once of a source that fell asleep or ended, and once of one that is read again. */
  tell(): Promise<void>;
}

/**
 * @param parts.fault is told what a platform does wrong; the notice is tried again with the next call, unless that is useless
 */
export function createHealthNotices(parts: {
  readonly sources: Pick<SourceStore, 'list' | 'change'>;
  readonly adapters: readonly Pick<ChatAdapter, 'platform' | 'post'>[];
  readonly settings: Pick<Settings, 'language'>;
  readonly translate: (language: LanguageTag) => Translate;
  readonly defaultLanguage: LanguageTag;
  readonly fault: (error: unknown, source: FollowedSource) => void;
}): HealthNotices {
  const { sources, adapters, settings, translate, defaultLanguage, fault } = parts;

  async function tellOf(source: FollowedSource, channel: string): Promise<void> {
    const { url, status } = source;
    const adapter = adapters.find(({ platform }) => channel.startsWith(`${platform}:`));
    if (adapter === undefined || status === 'paused') return;
    try {
      const language = (await settings.language(channel)) ?? defaultLanguage;
      const message = noticeOf(source, language, translate(language));
      // The same key whenever it is tried again, and another one when the same happens next time.
      const key = `source:${url}:${status}:${source.readAt?.getTime() ?? 0}`;
      await adapter.post({ key, channel, message });
    } catch (error) {
      fault(error, source);
      if (!(error instanceof DeliveryError && error.permanent)) return;
    }
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

function noticeOf(
  { url, name, status, failure }: FollowedSource,
  language: LanguageTag,
  t: Translate,
): Message {
  const text = { kind: 'text', text: { link: name, to: url } } as const;
  if (status === 'active') {
    return { language, blocks: [text, { kind: 'text', text: t('replies.health.recovered') }] };
  }
  const reason = failure === undefined ? '' : t(failure);
  const said = status === 'ended' ? 'replies.health.ended' : 'replies.health.asleep';
  return {
    language,
    blocks: [
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
    ],
  };
}
