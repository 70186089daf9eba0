import { openStore } from '../../src/stores/index.ts';
import type { Findings } from './findings.ts';
import type { World } from './world.ts';

/** Says where Kiosk doesn't see the stories that there are: what is told once can't be told then. */
export async function judgeGrouping(directory: string, world: World, findings: Findings): Promise<void> {
  const store = await openStore({ directory });
  const stories = await store.articles.stories({ limit: 10 * world.stories.length });
  await store.close();
  const found = new Map(
    stories.flatMap(({ id, articles }) => articles.map((article) => [article.id, id] as const)),
  );
  const seen = new Map<string, number>();
  for (const { number, articles } of world.stories) {
    const ids = new Set(articles.flatMap(({ id }) => found.get(id) ?? []));
    if (ids.size > 1) findings.add('strange', 'world', `story ${number} is ${ids.size} stories`);
    for (const id of ids) {
      const other = seen.get(id);
      if (other !== undefined) findings.add('strange', 'world', `stories ${other} and ${number} are one`);
      seen.set(id, number);
    }
  }
}
