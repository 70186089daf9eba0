import type { LanguageTag } from '../../src/language/index.ts';
import { papers } from './papers.ts';
import type { Post } from './platforms.ts';
import type { Announcing } from './rooms.ts';
import type { Wording } from './wording.ts';
import type { WorldArticle, WorldVersion } from './article.ts';
import type { World } from './world.ts';

/** A story as a post tells it. */
export interface Told {
  readonly article: WorldArticle;
  readonly title: WorldVersion;
  /** What its sentences say they are from. */
  readonly codes: ReadonlySet<string>;
  readonly isUpdate: boolean;
}

/** What a post says of an article that changed. */
export interface Note {
  readonly kind: keyof Wording['correction'];
  readonly language: LanguageTag;
  readonly source: string;
  /** The article whose title it repeats. */
  readonly article?: WorldArticle;
}

/** A post, understood. */
export interface Read {
  readonly post: Post;
  readonly kind: 'digest' | 'alert' | 'update' | 'announcement' | 'unknown';
  /** The language of Kiosk's own words. */
  readonly language: LanguageTag | undefined;
  readonly announcing?: Announcing;
  readonly told: readonly Told[];
  readonly notes: readonly Note[];
}

/** Understands posts by their own words alone. */
export function createReader(world: World, wordings: ReadonlyMap<LanguageTag, Wording>) {
  const articles = world.stories.flatMap((story) => story.articles);
  const titles = new Map(
    articles.flatMap((article) =>
      article.versions.map((title) => [title.title, { article, title }] as const),
    ),
  );
  const spoken = [...wordings];
  const notes = spoken.flatMap(([language, { correction }]) =>
    (['withdrawn', 'notice', 'title', 'text'] as const).flatMap((kind) =>
      papers.map(({ name }) => ({
        kind,
        language,
        source: name,
        words: correction[kind].replace('{{source}}', name),
      })),
    ),
  );
  const updates = spoken.map(([, { digest }]) => digest.update);

  function toldIn(lines: readonly string[]): readonly Told[] {
    const found: { line: number; told: Pick<Told, 'article' | 'title'> }[] = [];
    for (const [line, text] of lines.entries()) {
      const told = titles.get(text.trim());
      if (told !== undefined) found.push({ line, told });
    }
    return found.map(({ line, told }, index) => {
      const own = lines.slice(line + 1, found[index + 1]?.line).filter((text) => noteIn(text) === undefined);
      return {
        ...told,
        codes: new Set(own.flatMap((text) => text.match(/\bs\d+x\d+r\d+\b/g) ?? [])),
        isUpdate: own.some((text) => updates.some((word) => text.startsWith(word))),
      };
    });
  }

  function noteIn(line: string): Note | undefined {
    const found = notes.find(({ words }) => line.includes(words.trim()));
    if (found === undefined) return undefined;
    const { kind, language, source } = found;
    const title = [...titles.keys()].find(
      (each) => kind !== 'notice' && kind !== 'text' && line.includes(each),
    );
    const article = title === undefined ? undefined : titles.get(title)?.article;
    return { kind, language, source, ...(article !== undefined && { article }) };
  }

  function headOf(first: string): Pick<Read, 'kind' | 'language'> {
    for (const [language, { digest, alert }] of spoken) {
      if (first.startsWith(`${digest.title} · `)) return { kind: 'digest', language };
      if (first === alert.title_one || first === alert.title_other) return { kind: 'alert', language };
      if (first === alert.update) return { kind: 'update', language };
    }
    return { kind: 'unknown', language: undefined };
  }

  return {
    read(post: Post, announcings: readonly Announcing[]): Read {
      const whole = post.lines.join('\n').trim();
      for (const announcing of announcings) {
        const text = announcing.texts.find((each) => each.text === whole);
        if (text === undefined) continue;
        return { post, kind: 'announcement', language: text.language, announcing, told: [], notes: [] };
      }
      const head = headOf(post.lines[0]?.trim() ?? '');
      return {
        post,
        ...head,
        told: toldIn(post.lines),
        notes: post.lines.flatMap((line) => noteIn(line) ?? []),
      };
    },
  };
}
