import { describe, expect, test } from 'vitest';
import { languageTags, nameOfLanguage } from '../../src/language/index.ts';
import type { FollowedSource } from '../../src/sources/store.ts';
import { openHouse, tags, translations } from './house.ts';
import { library } from './library.ts';

const dueAt = new Date('2026-05-06T08:00:00Z');
const readAt = new Date('2026-05-06T07:00:00Z');
const active = { status: 'active', told: 'active', dueAt, failures: 0 } as const;
const mole: FollowedSource = { ...active, url: 'https://mole.example/feed', name: 'Die Mole', readAt };
const sources: readonly FollowedSource[] = [
  mole,
  { ...active, url: 'https://jetee.example/rss', name: 'La Jetée' },
  {
    ...active,
    url: 'https://wire.example/atom',
    name: 'Strait Wire',
    readAt,
    failures: 3,
    failure: 'sources.unreachable',
  },
];

describe('/sources', () => {
  test.each(tags)('says in %s what is followed, how reading it goes, and who was read', async (tag) => {
    const t = translations.translate(tag);
    const house = await openHouse({ items: library, sources });
    expect(await house.call(tag, 'sources')).toEqual({
      language: tag,
      blocks: [
        { kind: 'heading', text: t('replies.sources.followed', { count: 3 }) },
        {
          kind: 'list',
          items: [
            [
              { link: 'Strait Wire', to: 'https://wire.example/atom' },
              ' — ',
              t('replies.sources.failing', { reason: t('sources.unreachable'), count: 3 }),
            ],
            [
              { link: 'Die Mole', to: 'https://mole.example/feed' },
              ' — ',
              t('replies.sources.readAt'),
              ' ',
              { date: readAt, style: 'time' },
            ],
            [{ link: 'La Jetée', to: 'https://jetee.example/rss' }, ' — ', t('replies.sources.waiting')],
          ],
        },
        {
          kind: 'text',
          text: t('replies.sources.read', { sources: 'Die Mole, La Jetée, Strait Wire, The Ferry Post' }),
        },
      ],
    });
  });

  test.each(tags)('says in %s that nothing is followed yet', async (tag) => {
    const t = translations.translate(tag);
    expect((await (await openHouse()).call(tag, 'sources')).blocks).toEqual([
      { kind: 'heading', text: t('replies.sources.followed', { count: 0 }) },
      { kind: 'text', text: t('replies.sources.none', { example: `/${t('commands.source.name')}` }) },
    ]);
  });
});

describe('/language', () => {
  test.each(tags)('says which one it is now, in %s', async (tag) => {
    const t = translations.translate(tag);
    const house = await openHouse();
    const { language, blocks } = await house.call(tag, 'language');
    expect(language).toBe(tag);
    expect(blocks[0]).toEqual({
      kind: 'text',
      text: t('replies.language.now', { language: nameOfLanguage(tag, tag) }),
    });
  });

  test.each(tags)('answers in the one that was chosen, %s, from that reply on', async (tag) => {
    const t = translations.translate(tag);
    const house = await openHouse();
    const other = tag === 'de' ? 'fr' : 'de';
    expect(await house.call(other, 'language', { language: tag })).toEqual({
      language: tag,
      blocks: [{ kind: 'text', text: t('replies.language.chosen', { language: nameOfLanguage(tag, tag) }) }],
    });
    expect((await house.call(other, 'latest')).language).toBe(tag);
    // Readers choose for themselves alone.
    expect((await house.call('en', 'latest')).language).toBe('en');
  });

  test('takes the choice by its name in the reader’s language, and back', async () => {
    const house = await openHouse();
    await house.call('fr', 'language', { language: 'allemand' });
    expect((await house.call('fr', 'latest')).language).toBe('de');
    expect((await house.call('fr', 'language', { language: 'auto' })).blocks).toEqual([
      { kind: 'text', text: translations.translate('de')('replies.language.auto') },
    ]);
    expect((await house.call('fr', 'latest')).language).toBe('fr');
  });

  test.each(tags)('says in %s which there are', async (tag) => {
    const t = translations.translate(tag);
    const house = await openHouse();
    const automatic = t('commands.language.options.language.choices.auto');
    const choices = [...tags.map((choice) => nameOfLanguage(choice, tag)), automatic].join(', ');
    const option = t('commands.language.options.language.name');
    expect((await house.call(tag, 'language', { language: 'tlh' })).blocks).toEqual([
      { kind: 'text', text: t('errors.notChoice', { option, choices }) },
    ]);
  });
});

describe('/help', () => {
  const commands = [
    'announce',
    'announcements',
    'ask',
    'compare',
    'digest',
    'follow',
    'help',
    'language',
    'latest',
    'pause',
    'quotes',
    'search',
    'setup',
    'source',
    'sources',
    'status',
    'story',
    'subscribe',
    'subscriptions',
    'summary',
    'timeline',
    'unfollow',
    'unpause',
    'unsubscribe',
    'why',
  ] as const;

  const groups = {
    asking: ['ask', 'latest', 'search', 'story', 'summary', 'timeline', 'quotes', 'compare'],
    following: ['follow', 'unfollow', 'digest'],
    managing: [
      'subscribe',
      'subscriptions',
      'pause',
      'unpause',
      'unsubscribe',
      'announce',
      'announcements',
      'status',
      'source',
      'setup',
    ],
    kiosk: ['sources', 'why', 'language', 'help'],
  } as const;

  test.each(tags)('lists every command in %s by what people do, for a manager', async (tag) => {
    const t = translations.translate(tag);
    const house = await openHouse({ manager: true });
    const example = `/${t('commands.help.name')} ${t('commands.ask.name')}`;
    const group = (name: keyof typeof groups) => [
      { kind: 'heading', text: t(`replies.help.groups.${name}`) },
      {
        kind: 'list',
        items: groups[name].map((command) => [
          { strong: `/${t(`commands.${command}.name`)}` },
          ' – ',
          t(`commands.${command}.description`),
        ]),
      },
    ];
    expect(await house.call(tag, 'help')).toEqual({
      language: tag,
      blocks: [
        { kind: 'text', text: t('replies.help.opening') },
        ...group('asking'),
        ...group('following'),
        ...group('managing'),
        ...group('kiosk'),
        { kind: 'text', text: t('replies.help.more', { example }) },
      ],
    });
    expect(Object.values(groups).flat().toSorted()).toEqual(commands);
  });

  test.each(tags)('lists in %s what is for managers to managers alone', async (tag) => {
    const t = translations.translate(tag);
    const { blocks } = await (await openHouse()).call(tag, 'help');
    const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    const shown = (['asking', 'following', 'kiosk'] as const).map((name) => t(`replies.help.groups.${name}`));
    expect(headings).toEqual(shown);
    expect(JSON.stringify(blocks)).not.toContain(`/${t('commands.subscribe.name')}"`);
  });

  test.each(tags)('explains each command in %s, by its name there or by its own', async (tag) => {
    const t = translations.translate(tag);
    const house = await openHouse();
    for (const command of commands) {
      const name = t(`commands.${command}.name`);
      const explained = await house.call(tag, 'help', { command });
      expect(explained.blocks[0]).toEqual({ kind: 'heading', text: `/${name}` });
      expect(explained.blocks[1]).toEqual({ kind: 'text', text: t(`commands.${command}.description`) });
      expect(await house.call(tag, 'help', { command: `/${name.toUpperCase()}` })).toEqual(explained);
    }
  });

  test.each([
    ['en', '/summary story [length:…] [in:…]'],
    ['fr', '/résumé sujet [longueur:…] [en:…]'],
    ['de', '/zusammenfassung thema [länge:…] [in:…]'],
  ] as const)('shows how a command is used (%s): %s', async (tag, usage) => {
    const t = translations.translate(tag);
    const { blocks } = await (await openHouse()).call(tag, 'help', { command: 'summary' });
    const lengths = (['short', 'medium', 'long'] as const)
      .map((length) => t(`commands.summary.options.length.choices.${length}`))
      .join(', ');
    const languages = languageTags.map((other) => nameOfLanguage(other, tag)).join(', ');
    expect(blocks.slice(2)).toEqual([
      {
        kind: 'list',
        items: [
          [
            { strong: t('commands.summary.options.story.name') },
            ' – ',
            t('commands.summary.options.story.description'),
          ],
          [
            { strong: t('commands.summary.options.length.name') },
            ' – ',
            `${t('commands.summary.options.length.description')} (${lengths})`,
          ],
          [
            { strong: t('commands.summary.options.in.name') },
            ' – ',
            `${t('commands.summary.options.in.description')} (${languages})`,
          ],
        ],
      },
      { kind: 'text', text: t('replies.help.usage', { usage }) },
    ]);
  });

  test('takes a name without its accents', async () => {
    const house = await openHouse();
    const { blocks } = await house.call('fr', 'help', { command: 'resume' });
    expect(blocks[0]).toEqual({ kind: 'heading', text: '/résumé' });
  });

  test.each(tags)('says in %s that there is no such command', async (tag) => {
    const house = await openHouse();
    expect((await house.call(tag, 'help', { command: 'zyzzyva' })).blocks).toEqual([
      { kind: 'text', text: translations.translate(tag)('errors.unknownCommand', { command: 'zyzzyva' }) },
    ]);
  });

  test('suggests the commands that begin as typed, with or without slash and accents', async () => {
    const { desk } = await openHouse();
    const suggest = async (typed: string) => {
      const caller = { id: 'web:ada', manager: false };
      const call = { command: 'help', option: 'command', typed, caller, channel: 'web:1', locale: 'fr' };
      return (await desk.suggest(call)).map(({ value }) => value);
    };
    expect(await suggest('')).toEqual(commands);
    expect(await suggest('rés')).toEqual(['summary']);
    expect(await suggest('/RES')).toEqual(['summary']);
    expect(await suggest('xyz')).toEqual([]);
  });
});
