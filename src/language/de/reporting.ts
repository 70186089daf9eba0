import type { ReportingWords } from '../language.ts';
import { wordList } from '../word-list.ts';

/** How German papers write. */
export const reporting: ReportingWords = {
  leaning: new Set(
    wordList(
      `er sie es dies diese dieser dieses diesen diesem jener jene jenes sein seine seinen seinem seiner ihr ihre ihren ihrem
      ihrer ihm ihn ihnen das dabei dazu damit daher deshalb deswegen darum dafur dagegen davon danach daraufhin daran darauf
      daruber dann doch aber und oder denn so auch allerdings zudem ausserdem jedoch trotzdem dennoch dort hier solche solcher
      solches beide ebenso gleichzeitig stattdessen hingegen anschliessend schliesslich ferner demnach`,
    ),
  ),
  saying: new Set(
    wordList(
      `sagt sagte sagten gesagt erklart erklarte erklarten betont betonte meint meinte fugt fugte schreibt schrieb geschrieben berichtet
      berichtete warnt warnte gewarnt fordert forderte kritisiert kritisierte teilt teilte mitgeteilt kundigt kundigte heisst hiess erganzt
      erganzte antwortet antwortete fragt fragte ruft rief lobt lobte behauptet behauptete bestatigt bestatigte versichert versicherte
      verspricht versprach raumt raumte mahnt mahnte urteilt urteilte kommentiert kommentierte spricht sprach bekraftigt
      bekraftigte unterstreicht unterstrich erzahlt erzahlte erinnert erinnerte klagt klagte bedauert bedauerte verlangt
      verlangte wirft warf beteuert beteuerte verkundet verkundete nennt nannte bezeichnet bezeichnete so laut zufolge
      twittert twitterte ereifert ereiferte freut freute resumiert resumierte glaubt glaubte findet fand bilanziert bilanzierte`,
    ),
  ),
  furniture:
    /^(?:(?:lesen|sehen|hören) sie (?:auch|hier|mehr|dazu)\b|mehr (?:dazu|zum thema)\b|hier (?:klicken|geht es)\b|(?:fotos?|bild(?:er)?|videos?|quellen?|anzeige|bildrechte)\s*[:|]|anzeige$|newsletter\b|abonnieren sie\b|melden sie sich (?:hier|jetzt)\b|folgen sie uns\b|auch interessant\b|von(?-i: \p{Lu}[\p{L}.'’-]+){2,4}(?<!\.)$)|\b(?:verwenden|nutzen|akzeptieren) (?:wir )?cookies\b|\bcookie-(?:einstellungen|richtlinie)\b|\balle rechte vorbehalten\b|\b(?:unseren|unserem) newsletter\b|\bdatenschutz(?:erklärung|bestimmungen)\b|\bjavascript aktivieren\b|©/iu,
};
