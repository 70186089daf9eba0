import type { Block } from '../blocks.ts';
import type { LanguageTag } from '../../language/language.ts';

/** What newspapers write around their articles, by language; patterns for the beginning of a short block. */
const pointers: Readonly<Record<LanguageTag, RegExp>> = {
  en: /^(?:read (?:more|also|next|the full|our)|also read|see also|related(?: (?:articles?|stories|content|topics))?:?$|more (?:on|from|about|stories|like)\b|most (?:read|popular)|recommended(?: for you|:|$)|don[’']t miss|up next|watch(?: now|\s*[|:]|$)|listen(?: here|\s*[|:])|click here|sign up|subscribe|join (?:us|our|the conversation)|follow (?:us|me)|advertisement|story continues|share (?:this|on)|comments?$|this (?:article|story) (?:was|originally|first)|with files from|reporting by|editing by|our standards|get (?:the|our) .{0,40}(?:app|newsletter|edition)|download (?:the|our) app|about the author|table of contents|skip to|loading…?$)/i,
  de: /^(?:lesen sie (?:auch|hier|mehr|dazu)|lies (?:auch|hier)|mehr (?:zum thema|dazu|zu|aus|über|von)\b|auch interessant|weitere (?:artikel|informationen|meldungen|themen|newsletter)|zum (?:artikel|thema|liveblog)|siehe auch|hier (?:geht|lesen|klicken)|das könnte (?:sie|dich)|meist ?gelesen|am beliebtesten|newsletter|anzeige$|werbung$|jetzt (?:abonnieren|anmelden|lesen|registrieren)|kommentare?$|sendung:|redaktion:|quellen?:|empfohlener|externer inhalt|teilen$|drucken$|nächster artikel|vorheriger artikel|fehler (?:auf|gefunden|entdeckt)|passend (?:zum|dazu)|link-tipp|folgen sie|abonnieren sie|melden sie sich|inhaltsverzeichnis|ende der weiteren)/i,
  fr: /^(?:(?:à )?(?:lire|voir|écouter|relire) (?:aussi|également|la suite)|à (?:lire|voir|écouter)\b|lire (?:plus|l[’']article)|(?:[\w àéîôûêç]{1,30} )?sur le (?:même )?(?:sujet|thème)$|en savoir plus|plus d[’'](?:infos|informations|actualités)|les plus lus|newsletter|publicité$|abonnez-vous|inscrivez-vous|partager|suivez(?:-nous)?|commentaires?$|retrouvez|découvrez (?:aussi|également)|recommandé|la suite après)/i,
};

/** Longer blocks are text, whatever they begin with. */
const longestPointer = 220;

/** True for a line that leads away from the article: to another one, to a newsletter, to comments. */
export function isPointer({ text, linked }: Block): boolean {
  if (text.length > longestPointer || (linked === 0 && /[.!?]["”“»)]*$/.test(text))) return false;
  return Object.values(pointers).some((pattern) => pattern.test(text));
}

const creditStart =
  /^(?:fotos?|bild(?:er|quelle|nachweis)?|photos?|photograph(?:y|ie|er)?|images?|credits?|crédits?(?: photo)?|quelle|source|legende|légende|grafik|video|vidéo|copyright|©)\s*(?:[:©|]|by\b|via\b|von\b|courtesy)/i;
const creditEnd =
  /(?:\([^()]{0,80}(?:\b(?:Photo|Foto|Image|Credit|Getty|Keystone)|\/\s?(?:AFP|AP|dpa|EPA|Reuters|The Associated Press))\b[^()]{0,60}\)|(?:\b(?:Foto|Bild|Photo|Image|Credit|Crédit|Quelle|Copyright|Picture|Pic)s?\s*:\s*|©\s*)[^.!?]{2,80}|\b(?:Getty Images|AFP|picture alliance|imago(?: images)?))$/iu;

/** Longer blocks are text, whatever they end with. */
const longestCredit = 300;

/** True for the credit of a picture, with or without a caption before it. */
export function isCredit(text: string): boolean {
  if (text.length > longestCredit) return false;
  return (text.length < 120 && creditStart.test(text)) || creditEnd.test(text);
}

/** Requests to subscribe, to follow, to write, as the last paragraphs of an article make them. */
const requests: Readonly<Record<LanguageTag, RegExp>> = {
  en: /\bnewsletters?\b|\b(?:subscribe|sign up|follow us|download (?:our|the) app|whatsapp channel)\b/i,
  de: /newsletter|abonnieren sie|abonniere den|folgen sie uns|whatsapp-kanal|laden sie (?:sich )?die app/i,
  fr: /\b(?:newsletters?|infolettre|abonnez-vous|inscrivez-vous|suivez-nous|canal whatsapp|téléchargez l[’']application)\b/i,
};

/** Longer paragraphs tell something besides. */
const longestRequest = 400;

/** True for a paragraph that asks its readers for something, with a link to do it. */
export function isRequest({ text, linked }: Block): boolean {
  return (
    linked > 0 &&
    text.length <= longestRequest &&
    Object.values(requests).some((pattern) => pattern.test(text))
  );
}
