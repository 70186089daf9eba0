import type { Block } from '../blocks.ts';
import { squash } from './words.ts';

/** Shorter titles, in letters, may stand anywhere. */
const shortest = 6;

/** A heading may hold a kicker before a title that is at least as long, in letters. */
const shortestWithKicker = 20;

/**
 * Makes a test for the blocks that show an article's headline.
 * @param titles the headline in every spelling
 */
export function titleTest(titles: readonly string[]): (block: Block) => boolean {
  const wanted = new Set(titles.map(squash).filter((title) => title.length >= shortest));
  const long = [...wanted].filter((title) => title.length >= shortestWithKicker);
  return ({ name, text }) => {
    if (text.length > 400) return false;
    const said = squash(text);
    return wanted.has(said) || (/^h[1-3]$/.test(name) && long.some((title) => said.endsWith(title)));
  };
}

/** Shorter openings, in letters, may stand anywhere. */
const shortestOpening = 25;

/** How much of a description is compared, in letters: many are cut somewhere. */
const compared = 60;

/**
 * Makes a test for the blocks that show an article's opening: what the page describes itself with.
 * @param descriptions for sharing and for machines
 */
export function openingTest(descriptions: readonly string[]): (block: Block) => boolean {
  const wanted = descriptions.map(squash).filter((description) => description.length >= shortestOpening);
  return ({ text, linked }) => {
    if (linked >= 0.5 || text.length > 1000) return false;
    const said = squash(text);
    return (
      said.length >= shortestOpening &&
      wanted.some(
        (description) => description.startsWith(said) || said.startsWith(description.slice(0, compared)),
      )
    );
  };
}
