import { defineCommand, findSource, languageTags, UserError } from '#kiosk';
import type { Block, CommandContext, Message, Preview, SuggestContext, Suggestion } from '#kiosk';

/** Items of a feed that are shown before it is followed. */
const previewed = 3;
/** Feeds of a page that are offered: a row of buttons. */
const offered = 5;

const options = {
  action: {
    type: 'choice',
    choices: ['add', 'follow', 'remove', 'pause', 'resume', 'refresh'],
    required: true,
  },
  source: { type: 'text', maximum: 2000, required: true, suggest: suggestSources },
  name: { type: 'text', maximum: 100 },
  language: { type: 'choice', choices: languageTags },
} as const;

export default defineCommand({
  options,
  audience: 'caller',
  access: 'managers',
  async run(context) {
    switch (context.options.action) {
      case 'add':
        return preview(context);
      case 'follow':
        return follow(context);
      default:
        return care(context, context.options.action);
    }
  },
});

type Context = CommandContext<typeof options>;

/** Shows what would be followed. Nothing is, until the reader says so. */
async function preview({ options, language, t, kiosk, signal }: Context): Promise<Message> {
  const found = await kiosk.sources.preview(options.source, signal);
  if (found.kind === 'page') return choice(found, language, t);
  const { url, title, items } = found;
  const followed = (await kiosk.sources.list()).some((source) => source.url === url);
  const follow = {
    action: 'follow',
    source: url,
    name: options.name ?? title,
    ...(options.language && { language: options.language }),
  };
  const cards = items.slice(0, previewed).map(({ title, url, text, publishedAt }): Block => ({
    kind: 'card',
    title,
    to: url,
    ...(text !== '' && { body: beginning(text) }),
    ...(publishedAt && { note: [{ date: publishedAt, style: 'relative' }] }),
  }));
  return {
    language,
    blocks: [
      { kind: 'heading', text: title },
      { kind: 'text', text: { link: url, to: url } },
      ...(cards.length === 0 ? [{ kind: 'text' as const, text: t('replies.source.empty') }] : cards),
      {
        kind: 'text',
        text: t(followed ? 'replies.source.known' : 'replies.source.notYet', { source: title }),
      },
      ...(followed
        ? []
        : [
            {
              kind: 'actions' as const,
              actions: [{ label: t('replies.source.follow'), command: 'source', options: follow }],
            },
          ]),
    ],
  };
}

/** Offers the feeds that a page names. */
function choice(
  { feeds }: Extract<Preview, { kind: 'page' }>,
  language: Context['language'],
  t: Context['t'],
): Message {
  return {
    language,
    blocks: [
      { kind: 'text', text: t('replies.source.feeds', { count: feeds.length }) },
      { kind: 'list', items: feeds.map(({ url, title }) => ({ link: title || url, to: url })) },
      {
        kind: 'actions',
        actions: feeds.slice(0, offered).map(({ url, title }) => ({
          label: title || url,
          command: 'source',
          options: { action: 'add', source: url },
        })),
      },
    ],
  };
}

async function follow({ options, channel, language, t, kiosk, signal }: Context): Promise<Message> {
  const found = await kiosk.sources.preview(options.source, signal);
  if (found.kind === 'page') return choice(found, language, t);
  const name = options.name ?? found.title;
  const followed = await kiosk.sources.follow({
    url: found.url,
    name,
    channel,
    ...(options.language && { language: options.language }),
  });
  return {
    language,
    blocks: [
      {
        kind: 'text',
        text: t(followed ? 'replies.source.followed' : 'replies.source.known', { source: name }),
      },
    ],
  };
}

/** What is done about a source that is followed. */
async function care(
  { options, language, t, kiosk }: Context,
  action: Exclude<Context['options']['action'], 'add' | 'follow'>,
): Promise<Message> {
  const { url, name } = findSource(await kiosk.sources.list(), options.source);
  // Whoever resumes a source wants to see what it has.
  const done = await kiosk.sources[action === 'resume' ? 'refresh' : action](url);
  if (!done) throw new UserError('errors.noSource', { source: name });
  const again = {
    label: t('replies.source.again'),
    command: 'source',
    options: { action: 'resume', source: url },
  };
  return {
    language,
    blocks: [
      { kind: 'text', text: t(`replies.source.${action}`, { source: name }) },
      ...(action === 'pause' ? [{ kind: 'actions' as const, actions: [again] }] : []),
    ],
  };
}

/** What is followed; of what could be, Kiosk knows nothing. */
async function suggestSources(
  typed: string,
  { given, kiosk }: SuggestContext,
): Promise<readonly Suggestion[]> {
  if (given['action'] === 'add') return [];
  const begun = typed.trim().toLowerCase();
  const sources = await kiosk.sources.list();
  return sources
    .filter(({ name, url }) => name.toLowerCase().includes(begun) || url.includes(begun))
    .map(({ name, url }) => ({ value: url, label: `${name} – ${url}` }));
}

function beginning(text: string): string {
  const [first = ''] = text.split('\n');
  return first.length <= 300 ? first : `${first.slice(0, 300).replace(/\s+\S*$/u, '')}…`;
}
