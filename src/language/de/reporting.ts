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
      twittert twitterte ereifert ereiferte freut freute resumiert resumierte glaubt glaubte findet fand bilanziert bilanzierte
      aussert aussern ausserte ausserten geaussert fuhrt fuhrte ausfuhrte ausgefuhrt zitiert zitierte konstatiert konstatierte begrundet begrundete
      verteidigt verteidigte skandiert skandierte skandierten rechtfertigt rechtfertigte argumentiert argumentierte schimpft schimpfte
      witzelt witzelte appelliert appellierte beschreibt beschrieb bemerkt bemerkte meldet meldete spekuliert spekulierte hofft
      hoffte dankt dankte verurteilt verurteilte wurdigt wurdigte charakterisiert charakterisierte sagen fragen erklaren betonen
      meinen fordern fragten meinten forderten kritisieren kritisierten berichten berichteten schreiben schrieben warnen warnten
      verkunden stellt stellte festgestellt entgegnet entgegnete erwidert erwiderte reagiert reagierte gesteht gestand droht drohte
      mahnten riefen lobten worten`,
    ),
  ),
  furniture:
    /^(?:(?:lesen|sehen|hören) sie (?:auch|hier|mehr|dazu)\b|mehr (?:dazu|zum thema)\b|hier (?:klicken|geht es)\b|(?:fotos?|bild(?:er)?|videos?|quellen?|anzeige|bildrechte)\s*[:|]|anzeige$|newsletter\b|abonnieren sie\b|melden sie sich (?:hier|jetzt)\b|folgen sie uns\b|auch interessant\b|von(?-i: \p{Lu}[\p{L}.'’-]+){2,4}(?<!\.)$)|\b(?:verwenden|nutzen|akzeptieren) (?:wir )?cookies\b|\bcookie-(?:einstellungen|richtlinie)\b|\balle rechte vorbehalten\b|\b(?:unseren|unserem) newsletter\b|\bdatenschutz(?:erklärung|bestimmungen)\b|\bjavascript aktivieren\b|©/iu,
  attribution: {
    asked: new Set(wordList('sagt sagte sagten sagen gesagt meint meinte meinen zitat zitate')),
    according: [
      'laut',
      'so',
      'zufolge',
      'nach angaben von',
      'nach angaben des',
      'nach angaben der',
      'nach den worten von',
      'nach den worten der',
      'nach den worten des',
      'nach ansicht von',
      'nach ansicht der',
      'nach ansicht des',
    ],
    helpers: new Set(wordList('hat haben habe hatte hatten ist war')),
    pronouns: {
      he: new Set(['er']),
      she: new Set(['sie']),
      others: new Set(
        wordList(
          'es man ich wir ihr du dies das dieser diese jener wer was viele einige manche alle andere beide der die letzterer letztere letzteres',
        ),
      ),
    },
    passing: new Set(
      wordList(
        `sich ihn ihm ihr ihnen uns auch jedoch weiter weiterhin noch dann dazu daraufhin hierzu heute gestern etwa zudem ausserdem
        abschliessend am montag dienstag mittwoch donnerstag freitag samstag sonntag montagabend damals danach anschliessend dagegen`,
      ),
    ),
    leading: new Set(wordList('und aber auch doch denn nur selbst sogar sowohl wie')),
    apart: new Set(
      wordList(
        `am an im in ins auf aus bei beim nach vor seit zu zum zur mit gegenuber uber fur gegen unter wahrend wegen trotz durch um ab
        bis von vom zwischen neben ohne laut so dort hier heute gestern morgen dazu daraufhin darauf dabei danach dann damit spater
        zuvor anschliessend zudem ausserdem ebenfalls ferner weiter weiterhin allerdings jedoch dagegen dennoch trotzdem als wenn
        weil dass ob da wo wie indem nachdem bevor obwohl montag dienstag mittwoch donnerstag freitag samstag sonntag hatte hat
        habe haben ist war sei wurde wird werden nun jetzt bereits schon noch einmal erneut nicht sich ihm ihr ihnen hinzu mit
        aber und wortlich abschliessend schliesslich zuletzt bislang`,
      ),
    ),
    within: new Set(wordList('der des von vom fur und den dem zu im zur de van al bin ibn la le')),
    determiners: new Set(
      wordList('der die das ein eine einer dem den des sein seine ihr ihre dessen deren dieser diese dieses'),
    ),
    feminine: /(?:^|\s)(?:die|eine|frau|ihre|seine)(?!\p{L})|\p{L}{3}in(?!\p{L})/iu,
    masculine: /(?:^|\s)(?:der|ein|herr|präsident|minister|sprecher|chef)(?!\p{L})/iu,
    severalSay: /en$/,
    insideMarks: false,
  },
  indirect: {
    that: new Set(),
    bare: new Set(),
    addressing: new Set(),
    afterComma: true,
    of: ['spricht von', 'sprach von', 'sprachen von'],
    active: new Set(wordList('hat haben habe hatte hatten')),
    needs: {
      teilt: 'mit',
      teilte: 'mit',
      fugt: 'hinzu',
      fugte: 'hinzu',
      stellt: 'fest',
      stellte: 'fest',
      fuhrt: 'aus',
      fuhrte: 'aus',
      raumt: 'ein',
      raumte: 'ein',
      kundigt: 'an',
      kundigte: 'an',
      wirft: 'vor',
      warf: 'vor',
      spricht: '',
      sprach: '',
      sprachen: '',
      nennt: '',
      nannte: '',
      heisst: '',
      hiess: '',
      findet: '',
      fand: '',
      reagiert: '',
      reagierte: '',
    },
    indefinite: new Set(wordList('ein eine einer einem')),
    joining: new Set(['und', 'aber']),
    never: new Set(wordList('nicht nie niemals kaum ob')),
    unsure: new Set(['so', 'zufolge']),
  },
};
