import { describe, expect, test } from 'vitest';
import { combine } from '../../src/summaries/combine.ts';
import { tell } from './tell.ts';

const post = tell(
  'Tanker rams Varnholm bridge',
  'Ships are big these days in the strait. The tanker Mirabel rammed the bridge of Varnholm on Monday. Two members of the crew were hurt, the coast guard said.',
);
const wire = tell(
  'Varnholm bridge closed',
  'On Monday the tanker Mirabel rammed the bridge at Varnholm. Engineers from Kelso will look at the pillars on Tuesday.',
);
const times = tell(
  'Mirabel collides with bridge',
  'A tanker, the Mirabel, rammed the Varnholm bridge on Monday. Costland, which owns the ship, pays for the damage.',
);

const told = [post, wire, times];

function sentencesOf(count: number, isShown: (from: number) => boolean = () => true) {
  return combine(told, count, isShown).map(({ from, start, end, also }) => ({
    from,
    also,
    sentence: told[from]?.text.slice(start, end) ?? '',
  }));
}

/** Where two sentences of the first text begin that sum it up with others. */
function starts(...texts: readonly ReturnType<typeof tell>[]): readonly number[] {
  return combine(texts, 2, (from) => from === 0).map(({ start }) => start);
}

describe('the summary of a story', () => {
  test('says first what all agree on, with those who say it too', () => {
    const [first] = sentencesOf(3);
    expect(first?.sentence).toContain('rammed');
    expect([first?.from, ...(first?.also ?? [])].toSorted()).toEqual([0, 1, 2]);
  });

  test('then what each adds, in the order of the texts', () => {
    const [, ...added] = sentencesOf(4);
    expect(added.map(({ from }) => from)).toEqual([0, 1, 2]);
    expect(added.map(({ also }) => also)).toEqual([[], [], []]);
  });

  test('says nothing twice', () => {
    expect(sentencesOf(9).filter(({ sentence }) => sentence.includes('rammed'))).toHaveLength(1);
  });

  test('lets texts that are not shown agree', () => {
    const found = sentencesOf(9, (from) => from === 2);
    expect(found.map(({ from }) => from)).toEqual([2, 2]);
    expect(found[0]?.also).toEqual([0, 1]);
  });

  test('takes what two agree on before what one says early', () => {
    const [first] = combine(
      [
        tell(
          '',
          'The mayor of Kelso, Ansgar Loft, opened a new town hall with a long speech on Monday. The old mill burned down in the night.',
        ),
        tell(
          '',
          'The mayor of Odrau, Elin Tarrow, closed an empty swimming pool with a short note on Friday. In the night the old mill burned down.',
        ),
      ],
      1,
      () => true,
    );
    expect(first?.also).toHaveLength(1);
  });

  test('lets each text add something before one adds more', () => {
    const long =
      'The mayor of Kelso sold seven cows. Elin Tarrow, a farmer from Odrau, bought nine sheep and a dog at the spring fair.';
    const found = combine(
      [tell('', long), tell('', 'It rained. It rained. A storm bent trees in a park.')],
      2,
      () => true,
    );
    expect(found.map(({ from }) => from)).toEqual([0, 1]);
  });

  test('leaves out what leans on a sentence before it', () => {
    const text =
      'The mayor of Kelso sold seven cows. He bought nine sheep at the fair. Rain ended a long dry June.';
    const found = combine([tell('', text)], 2, () => true).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['The mayor of Kelso sold seven cows.', 'Rain ended a long dry June.']);
  });

  test('lets two texts agree that share about half of their words', () => {
    const [first] = combine(
      [
        tell('', 'The tanker Mirabel rammed the bridge of Varnholm on Monday before dawn.'),
        tell('', 'On Monday the tanker Mirabel struck the bridge of Varnholm, the owner wrote.'),
      ],
      1,
      () => true,
    );
    expect(first?.also).toHaveLength(1);
  });

  test('says in the order of the text what one text alone says, and what only few agree on', () => {
    const alone =
      'Rain fell on the hills for a day. The tanker Mirabel rammed the old bridge of Varnholm on Monday before dawn, and two members of the crew were hurt.';
    expect(starts(tell('Mirabel rams bridge', alone))).toEqual([0, alone.indexOf('The tanker')]);
    const same = tell('', 'The tanker Mirabel rammed the old bridge of Varnholm on Monday before dawn.');
    const others = ['Bread is dear.', 'Chess is hard.', 'Trains are late.'].map((text) => tell('', text));
    expect(starts(tell('Mirabel rams bridge', alone), same, ...others)).toEqual([
      0,
      alone.indexOf('The tanker'),
    ]);
    expect(starts(tell('Mirabel rams bridge', alone), same)[0]).toBe(alone.indexOf('The tanker'));
  });

  test('of nothing is empty', () => {
    expect(combine([], 3, () => true)).toEqual([]);
  });
});
