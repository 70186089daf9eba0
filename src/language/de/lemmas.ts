import { irregularWords } from '../irregular.ts';
import { wordList } from '../word-list.ts';

/** Strong and irregular verbs: the infinitive, then its forms that stems don't lead back to it. */
const verbs = `
backen backt buk gebacken|befehlen befiehlt befahl befohlen|beginnen begann begonnen|beissen biss gebissen|bergen birgt barg geborgen|
betrugen betrog betrogen|biegen bog gebogen|bieten bot geboten|binden band gebunden|bitten bat gebeten|blasen blast blies geblasen|
bleiben blieb geblieben|brechen bricht brach brachen gebrochen|brennen brannte gebrannt|bringen brachte gebracht|denken dachte gedacht|
dringen drang gedrungen|empfehlen empfiehlt empfahl empfohlen|essen isst ass gegessen|fahren fahrt fuhr gefahren|
fallen fallt fiel gefallen|fangen fangt fing gefangen|finden fand gefunden|fliegen flog geflogen|fliehen floh geflohen|
fliessen floss geflossen|frieren fror gefroren|geben gibt gab gegeben|gehen ging gegangen|gelingen gelang gelungen|gelten gilt galt gegolten|
genesen genas|geschehen geschieht geschah|gewinnen gewann gewonnen|giessen goss gegossen|gleichen glich geglichen|graben grabt grub gegraben|
greifen griff gegriffen|haben hatte gehabt|halten halt hielt gehalten|hangen hing gehangen|heben hob gehoben|heissen hiess geheissen|
helfen hilft half geholfen|kennen kannte gekannt|klingen klang geklungen|kommen kam gekommen|kriechen kroch gekrochen|
laden ladt lud geladen|lassen lasst liess gelassen|laufen lauft lief gelaufen|leiden litt gelitten|leihen lieh geliehen|lesen liest las gelesen|
liegen lag gelegen|lugen log gelogen|meiden mied gemieden|messen misst mass gemessen|mogen mochte gemocht|
nehmen nimmt nahm genommen|nennen nannte genannt|pfeifen pfiff gepfiffen|raten riet geraten|reiben rieb gerieben|reissen riss gerissen|
reiten ritt geritten|rennen rannte gerannt|rufen rief gerufen|saufen soff gesoffen|schaffen schuf geschaffen|scheiden schied geschieden|
scheinen schien geschienen|schieben schob geschoben|schiessen schoss geschossen|schlafen schlaft schlief geschlafen|
schlagen schlagt schlug geschlagen|schliessen schloss geschlossen|schmelzen schmilzt schmolz geschmolzen|schneiden schnitt geschnitten|
schreiben schrieb geschrieben|schreien schrie geschrien|schreiten schritt geschritten|schweigen schwieg geschwiegen|
schwimmen schwamm geschwommen|schworen geschworen|sehen sieht sah gesehen|senden sandte gesandt|singen sang gesungen|
sinken sank gesunken|sitzen sass gesessen|sprechen spricht sprach gesprochen|springen sprang gesprungen|stechen sticht stach gestochen|
stehen stand gestanden|stehlen stiehlt stahl gestohlen|steigen stieg gestiegen|sterben stirbt starb gestorben|stossen stosst stiess gestossen|
streichen strich gestrichen|streiten stritt gestritten|tragen tragt trug getragen|treffen trifft traf getroffen|treiben trieb getrieben|
treten tritt trat getreten|trinken trank getrunken|tun tat getan|uberwinden uberwand uberwunden|verderben verdirbt verdarb verdorben|
verlieren verlor verloren|verschwinden verschwand verschwunden|verzeihen verzieh verziehen|wachsen wachst wuchs gewachsen|
waschen wascht wusch gewaschen|weichen wich gewichen|weisen wies gewiesen|wenden wandte gewandt|werben wirbt warb geworben|
werfen wirft warf geworfen|wiegen wog gewogen|wissen weiss wusste gewusst|ziehen zog gezogen|zwingen zwang gezwungen`;

/** What separates from a verb, the longest first. */
export const separable = wordList(
  `auseinander herunter hinunter zusammen entgegen uberein zuruck bekannt bereit herbei hervor heraus herein hinaus hinein voraus
  vorbei wieder weiter nieder hinzu herab hinab herum umher statt unter empor voran durch fest fort frei heim teil wahr fern uber dar her hin los mit vor weg auf aus ein bei nach ab an um zu`,
);
/** Prefixes that stay where they are, and leave no room for "ge". */
const inseparable = wordList('uber unter wider hinter durch voll miss emp ent ver zer be er ge');

const irregular = irregularWords(verbs);

/** Endings of persons after a past form: "schrieben", "gabst". */
const persons = ['en', 'est', 'st', 'et', 't', 'e', ''];
/** The stems of regular forms: "arbeitet" and "öffnete" with an e before their ending; "sagt" and "führten" without. */
const finite = [
  /^(.{2,}(?:[dt]|[bcdfghkpstwz][mn]))et(?:e(?:n|st|t)?)?$/,
  /^(.{2,}[^dte])t(?:e(?:n|st|t)?)?$/,
];
/** "gebaut", "gearbeitete" */
const participle = /^ge(.{2,}?)e?t(?:e[nrsm]?)?$/;
/** "führende", "wandernd" */
const present = /^(.{2,}?(?:en|e[lr]n))d(?:e[nrsm]?)?$/;
/** Words that end like forms of verbs and are none: of "Hafen", "Macht" is nothing. */
export const unlike: ReadonlySet<string> = new Set(
  wordList(
    `beliebt beliebte beliebten beliebter erste ersten erster erstes gast gebiet gehalt gesandter geschaft gesicht gestern
    gewalt hafen haft hort hunderte konsument konzern konzert legende letzte letzten letzter letztes macht markt maut nacht patent profit regent samen start sucht talent werft wochenende`,
  ),
);

/** The infinitives that a folded form of a verb may belong to: "geschrieben", "aufzunehmen", "verlor", "sagte", "gebaut". */
export function lemmasOf(word: string): readonly string[] {
  if (unlike.has(word)) return [];
  const found = new Set<string>();
  const addIrregular = (form: string, prefix: string) => {
    for (const person of persons) {
      if (!form.endsWith(person)) continue;
      const known = irregular.bases.get(form.slice(0, form.length - person.length)) ?? [];
      for (const base of known) found.add(prefix + base);
    }
  };
  const addStem = (pattern: RegExp, form: string, prefix: string) => {
    const stem = pattern.exec(form)?.[1];
    if (stem !== undefined) found.add(prefix + infinitiveOf(stem));
  };
  addIrregular(word, '');
  addStem(participle, word, '');
  for (const prefix of [...separable, ...inseparable]) {
    if (!word.startsWith(prefix)) continue;
    const rest = word.slice(prefix.length);
    addIrregular(rest, prefix);
    addStem(participle, rest, prefix);
  }
  for (const prefix of inseparable) {
    // "verloren", "beschrieben": as the plain verb, without its "ge".
    if (!word.startsWith(prefix)) continue;
    const rest = `ge${word.slice(prefix.length)}`;
    addIrregular(rest, prefix);
    addStem(participle, rest, prefix);
  }
  for (const prefix of separable)
    if (word.startsWith(`${prefix}zu`)) found.add(prefix + word.slice(prefix.length + 'zu'.length));
  for (const pattern of finite) if (found.size === 0) addStem(pattern, word, '');
  const infinitive = present.exec(word)?.[1];
  if (infinitive !== undefined) found.add(infinitive);
  found.delete(word);
  return [...found];
}

/** Stems whose infinitives lack the e of "-en": "entwickeln", "fordern", "steuern", but "spielen", "regieren". */
const liquid = /[^aeiou]el$|(?:(?<!i)|ei)er$/;

/** "bau" → "bauen", "entwickel" → "entwickeln" */
function infinitiveOf(stem: string): string {
  return `${stem}${liquid.test(stem) ? '' : 'e'}n`;
}

/** The forms of a folded infinitive that stems don't lead back to it: "aufgeschrieben", "aufschrieb", "gebaut". */
export function formsOf(word: string): readonly string[] {
  const whole = formsOfVerb(word, '', 'ge');
  const parts = [
    ...separable.map((prefix) => [prefix, 'ge'] as const),
    ...inseparable.map((prefix) => [prefix, ''] as const),
  ];
  const found = parts.flatMap(([prefix, ge]) =>
    word.startsWith(prefix) ? formsOfVerb(word.slice(prefix.length), prefix, ge) : [],
  );
  return [...new Set([...whole, ...found])];
}

/** @param ge what participles begin with after the prefix: "auf-ge-nommen", but "ver-nommen" */
function formsOfVerb(verb: string, prefix: string, ge: 'ge' | ''): readonly string[] {
  const irregularly = (irregular.forms.get(verb) ?? []).map(
    (form) => prefix + (ge === '' ? form.replace(/^ge/, '') : form),
  );
  const stem = /^(.{3,}?)e?n$/.exec(verb)?.[1];
  if (stem === undefined || infinitiveOf(stem) !== verb) return irregularly;
  const finite = `${stem}${/(?:[dt]|[bcdfghkpstwz][mn])$/.test(stem) ? 'et' : 't'}`;
  const regular = irregularly.length > 0 || ge === '' ? [finite] : [finite, `ge${finite}`];
  return [...irregularly, ...regular.map((form) => prefix + form).filter((form) => !unlike.has(form))];
}
