/**
 * What each kind of evidence counts; together somewhat more than 1. Fitted to development data in three languages and between them
 * (conditional logit: the sentence that answers among those that were recalled), rounded.
 */
export const weights = {
  /** How much the article speaks of the question, by BM25 over its own words … */
  document: 0.26,
  /** … and over words akin to them. */
  wideDocument: 0.33,
  /** Of what the article speaks of, the sentence speaks of this much; what stands in few of its sentences counts more. */
  local: 0.05,
  /** Of what is asked, the sentence speaks of this much, in akin words, too. */
  wideLocal: 0.14,
  /** What the sentence lacks, the one before speaks of. */
  before: 0.08,
  /** What both lack, the title speaks of. */
  title: 0.095,
  /** What it speaks of stands close together. */
  dense: 0.045,
  /** It holds something of the kind that is asked for … */
  typed: 0.075,
  /** … near the words of the question. */
  near: 0.045,
} as const;
