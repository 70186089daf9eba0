import type { Answerer } from '../answers/answerer.ts';
import { UserError } from '../errors.ts';
import type { Detector, Lexicon } from '../language/index.ts';
import type { Archive } from '../stories/archive.ts';
import { changesIn } from '../stories/corrections.ts';
import { idOf } from '../stories/names.ts';
import type { ArticleStore } from '../stories/store.ts';
import { condense } from '../summaries/condense.ts';
import type { Conversation } from './conversation.ts';
import type { Kiosk } from './kiosk.ts';
import type { Newsdesk } from './newsdesk.ts';
import type { Settings } from './settings.ts';
import { isAddress } from './given.ts';
import type { Look, Sources } from './sources.ts';
import { compareSources } from './comparison.ts';
import { tellDetails } from './story-details.ts';
import { summarizeStory } from './story-summary.ts';

/** Evidence looked through for distinct articles or stories. */
const searched = 60;
/** The newest stories, whose outlets are named. */
const recentStories = 200;

/** Ties reading, answering and summing up together for the commands. */
export function createKiosk(parts: {
  articles: ArticleStore;
  archive: Archive;
  sources: Sources;
  answerer: Answerer;
  lexicon: Pick<Lexicon, 'translate'>;
  settings: Settings;
  conversation: Conversation;
  newsdesk: Newsdesk;
  look: Look;
  loadDetector: () => Promise<Detector>;
}): Kiosk {
  const { articles, archive, sources, answerer, settings, conversation, loadDetector } = parts;

  async function articleAt(address: string, signal: AbortSignal) {
    const { url, document } = await parts.look(address, signal);
    if (document.kind === 'article') return { ...document, url: document.url ?? url };
    if (document.kind === 'notice') throw new UserError(document.reason);
    throw new UserError('errors.noArticle');
  }

  const search: Kiosk['search'] = async (question, limit) => {
    const { evidence } = await answerer.ask(question, searched);
    const seen = new Set<string>();
    return evidence.filter(({ article }) => !seen.has(article.id) && seen.add(article.id)).slice(0, limit);
  };

  return {
    settings,
    conversation,
    newsdesk: parts.newsdesk,
    sources,
    search,
    ask: (question, limit) => answerer.ask(question, limit),
    explain: (question, article) => answerer.explain(question, article),
    stories: (query) => articles.stories(query),
    changes: async ({ id, language }) => changesIn(await archive.versions(id), language),

    async findStory(idOrWords, language, searched) {
      const [byId] = await articles.stories({ ids: [idOrWords], limit: 1 });
      if (byId !== undefined) return byId;
      if (isAddress(idOrWords)) {
        const [byAddress] = await articles.stories({ articles: [idOf(idOrWords)], limit: 1 });
        return byAddress;
      }
      const { answered, evidence } = await answerer.ask(
        { text: idOrWords, language, ...(searched && { in: searched }) },
        1,
      );
      const [found] = evidence;
      // Whatever is merely nearest is another story than the one that was meant.
      if (found === undefined || !answered) return undefined;
      const [story] = await articles.stories({ ids: [found.story], limit: 1 });
      return story;
    },

    quotes: (question, limit) => answerer.quotes(question, limit),
    details: (story, language) => tellDetails(story, language, parts),
    compare: (story, language) => compareSources(story, language, parts),
    summarize: (story, sentences, language) => summarizeStory(story, sentences, language, parts),

    async condense(given, sentences, signal) {
      const told = 'text' in given ? { title: '', text: given.text } : await articleAt(given.address, signal);
      const condensed = await condense(told, sentences, loadDetector);
      if (condensed === undefined) throw new UserError('errors.unknownLanguage');
      return { ...condensed, ...('url' in told && { article: { title: told.title, url: told.url } }) };
    },

    async outlets() {
      const stories = await articles.stories({ limit: recentStories });
      const names = stories.flatMap((story) => story.articles.map(({ source }) => source));
      return [...new Set(names)].sort((one, other) => (one < other ? -1 : 1));
    },
  };
}
