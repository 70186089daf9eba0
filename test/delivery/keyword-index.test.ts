import { expect, it } from 'vitest';
import { createKeywordIndex } from '../../src/delivery/keyword-index.ts';
import { UserError } from '../../src/errors.ts';
import { createFakeArticleStore } from '../fakes/article-store.ts';
import { bakery, chess, ferry } from './events.ts';

async function open() {
  const store = createFakeArticleStore();
  const all = [...Object.values(ferry), bakery, chess];
  await store.add(all);
  const read: string[] = [];
  const index = createKeywordIndex(
    {
      articles(ids) {
        read.push(...ids);
        return store.articles(ids);
      },
    },
    all,
  );
  return { index, read, all };
}

it('finds articles by expressions, in title and text, in each language', async () => {
  const { index } = await open();
  const find = async (expression: string) => [...(await index.find(expression))].toSorted();
  expect(await find('Mirabel AND tugs')).toEqual(['ferry-post']);
  expect(await find('"rye loaf" OR "chess title"')).toEqual(['bakery', 'chess']);
  expect(await find('Varnholm NOT ferry')).toEqual(['ferry-mole', 'ferry-wire']);
  expect(await find('Nachtfähre')).toEqual(['ferry-mole']);
  expect(await find('garde-côtes')).toEqual(['ferry-jetee']);
  expect(await find('zeppelin')).toEqual([]);
});

it('reads every article once for all expressions, and not again for one it has looked for', async () => {
  const { index, read, all } = await open();
  await index.prepare(['Mirabel', 'chess', 'Mirabel']);
  expect(read.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
  await index.find('chess');
  await index.prepare(['chess', 'Mirabel']);
  expect(read).toHaveLength(all.length);
  await index.find('bakery');
  expect(read).toHaveLength(2 * all.length);
});

it('finds the others where one can’t be read, and says so where it is asked for', async () => {
  const { index } = await open();
  await index.prepare(['chess', '("']);
  expect([...(await index.find('chess'))]).toEqual(['chess']);
  await expect(index.find('("')).rejects.toThrow(UserError);
});
