import type { TextKey } from '../../texts.ts';

/** A page that is not an article, and why. */
export interface Notice {
  readonly kind: 'notice';
  readonly reason: Extract<TextKey, `sources.notice.${string}`>;
}

/** Texts longer than this hold an article, whatever else they say. */
const longestNotice = 1500;

/** An article shorter than this is no article: a caption or a menu at most. */
const shortestArticle = 140;

const signs = [
  {
    reason: 'sources.notice.blocked',
    words:
      /are you a (?:robot|human)|verify (?:that )?you are (?:a )?human|checking your browser|enable javascript and cookies to continue|unusual traffic|captcha|bist du ein mensch|kein roboter|n’?'?êtes pas un robot|access denied/i,
  },
  {
    reason: 'sources.notice.missing',
    words:
      /\b404\b|page not found|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|no longer available|nicht mehr verfügbar|n’est plus disponible/i,
  },
  {
    reason: 'sources.notice.paywall',
    words:
      /subscribe (?:now )?to (?:continue|read)|already a subscriber|subscribers? only|log in to (?:continue|read)|bereits abonnent|weiterlesen mit|jetzt (?:abonnieren|weiterlesen)|nur für abonnenten|réservé aux abonnés|déjà abonné|abonnez-vous|il vous reste \d+ ?% de cet article|lire la suite/i,
  },
  {
    reason: 'sources.notice.consent',
    words:
      /(?:accept|reject|manage)\b.{0,30}\bcookies|cookies.{0,60}\b(?:consent|partners)|cookies? (?:zustimmen|akzeptieren)|mit werbung und (?:cookies|tracking)|einwilligung|(?:accepter|refuser|gérer).{0,30}\bcookies|nos partenaires.{0,80}(?:cookies|traceurs)|consentement/i,
  },
] as const;

/**
 * Tells that what was taken for an article is a wall in front of one.
 * @param text what was found, '' for nothing
 * @param everything the text of the whole page
 * @param free false where the publisher says that the article must be paid for
 */
export function noticeIn(text: string, everything: string, free: boolean): Notice | undefined {
  if (text.length > longestNotice) return undefined;
  const short = text.length < shortestArticle;
  const seen = short ? everything.slice(0, 5000) : text;
  const sign = signs.find(({ words }) => words.test(seen));
  // A short text may speak of cookies and be news all the same; only where that is about all it says it is a wall.
  if (sign !== undefined && (short || density(text, sign.words) > 2))
    return { kind: 'notice', reason: sign.reason };
  if (!short) return undefined;
  return { kind: 'notice', reason: free ? 'sources.notice.empty' : 'sources.notice.paywall' };
}

/** How often the words occur in every 1000 characters. */
function density(text: string, words: RegExp): number {
  return (1000 * [...text.matchAll(new RegExp(words, 'gi'))].length) / text.length;
}
