import type {
  Call,
  Desk,
  Listing,
  OptionListing,
  SuggestionCall,
  TypedCall,
} from '../../src/chat/adapter.ts';
import type { Message } from '../../src/chat/message.ts';
import type { LanguageTag } from '../../src/language/language.ts';

/** What reached the desk. */
export type Asked = Call | TypedCall;

/** A desk that knows three commands, answers at once or as told, and remembers what it was asked. */
export interface FakeDesk extends Desk {
  readonly asked: readonly Asked[];
  readonly askedSuggestions: readonly SuggestionCall[];
  /** Places that Kiosk has entered. */
  readonly come: readonly string[];
  /** Places that Kiosk has left. */
  readonly gone: readonly string[];
  /** Answers the calls that follow this way. */
  reply(how: (asked: Asked) => Message | Promise<Message>): void;
}

const words = {
  en: {
    ask: 'ask',
    question: 'question',
    count: 'count',
    story: 'story',
    language: 'language',
    asked: 'You asked:',
  },
  fr: {
    ask: 'demander',
    question: 'question',
    count: 'nombre',
    story: 'sujet',
    language: 'langue',
    asked: 'Vous avez demandé :',
  },
  de: {
    ask: 'fragen',
    question: 'frage',
    count: 'anzahl',
    story: 'thema',
    language: 'sprache',
    asked: 'Sie haben gefragt:',
  },
} as const satisfies Record<LanguageTag, Record<string, string>>;

const languages: readonly LanguageTag[] = ['en', 'fr', 'de'];

/** Listings of the fake desk's commands, in every language. */
export const fakeListings: readonly Listing[] = languages.flatMap((language) => {
  const { ask, question, count, story, language: tongue } = words[language];
  return [
    listing('ask', language, ask, [
      option('question', question, { required: true }),
      option('count', count, { type: 'integer', minimum: 1, maximum: 10 }),
    ]),
    listing('story', language, story, [option('story', story, { suggests: true })]),
    listing('language', language, tongue, [
      option('language', tongue, {
        type: 'choice',
        choices: languages.map((value) => ({ value, name: value.toUpperCase() })),
      }),
    ]),
  ];
});

/** Stories the fake desk suggests. */
export const fakeStories = [
  'Lighthouse reopens after a hundred years',
  'Ferry strike ends',
  'Harbour gets a new crane',
];

/** A desk for tests of adapters. */
export function createFakeDesk(): FakeDesk {
  const asked: Asked[] = [];
  const askedSuggestions: SuggestionCall[] = [];
  const come: string[] = [];
  const gone: string[] = [];
  const chosen = new Map<string, LanguageTag>();
  let how: ((asked: Asked) => Message | Promise<Message>) | undefined;

  const languageOf: Desk['language'] = async ({ caller, locale }) =>
    chosen.get(caller.id) ?? languages.find((tag) => tag === locale?.slice(0, 2)) ?? 'en';

  async function answer(call: Asked): Promise<Message> {
    asked.push(call);
    if ('command' in call && call.command === 'language') {
      const tag = languages.find((known) => known === call.options['language']);
      if (tag !== undefined) chosen.set(call.caller.id, tag);
    }
    if (how !== undefined) return how(call);
    const language = await languageOf(call);
    return echo(language, 'text' in call ? call.text : desk.typed(call, language));
  }

  const desk: FakeDesk = {
    asked,
    askedSuggestions,
    reply: (next) => {
      how = next;
    },
    answer,
    answerText: answer,
    language: languageOf,
    entered: async (place) => void come.push(place),
    come,
    left: async (place) => void gone.push(place),
    gone,
    async suggest(call) {
      askedSuggestions.push(call);
      return fakeStories
        .filter((story) => story.toLowerCase().includes(call.typed.toLowerCase()))
        .map((story) => ({ value: story, label: story }));
    },
    typed({ command, options }, language) {
      const name = fakeListings.find(
        (known) => known.command === command && known.language === language,
      )?.name;
      return [`/${name ?? command}`, ...Object.values(options)].join(' ');
    },
  };
  return desk;
}

/** What the fake desk says to a text, unless told otherwise. */
function echo(language: LanguageTag, text: string): Message {
  return {
    language,
    blocks: [
      { kind: 'text', text: `${words[language].asked} ${text}` },
      {
        kind: 'card',
        title: 'Der Leuchtturm leuchtet wieder',
        to: 'https://zeitung.example/leuchtturm',
        body: { quote: 'Nach hundert Jahren brennt das Licht wieder.', language: 'de' },
        note: ['Küstenblatt', ' · ', { date: new Date('2026-03-04T10:00:00Z'), style: 'date' }],
        language: 'de',
      },
      {
        kind: 'actions',
        actions: [{ label: 'Story', command: 'story', options: { story: 'Ferry strike ends' } }],
      },
    ],
  };
}

function listing(
  command: string,
  language: LanguageTag,
  name: string,
  options: readonly OptionListing[],
): Listing {
  return {
    command,
    language,
    name,
    description: `${name} (${language})`,
    audience: 'caller',
    access: 'everyone',
    options,
  };
}

function option(key: string, name: string, rest: Partial<OptionListing>): OptionListing {
  return {
    key,
    name,
    description: `${name}?`,
    type: 'text',
    required: false,
    suggests: false,
    choices: [],
    ...rest,
  };
}
