import snowball from 'snowball-stemmers';

/** The Snowball stemmer of a language by its English name ("german"), for lower-case words with their accents. */
export function createStemmer(name: string): (word: string) => string {
  const stemmer = snowball.newStemmer(name);
  return (word) => stemmer.stem(word);
}
