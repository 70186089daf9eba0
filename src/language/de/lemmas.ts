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
greifen griff gegriffen|haben hatte gehabt|halten hielt gehalten|hangen hing gehangen|heben hob gehoben|heissen hiess geheissen|
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
const separable = wordList(
  'zuruck zusammen wieder weiter vorbei voraus unter uber durch heraus herein hinaus hinein empor fest fort frei heim her hin los mit nach vor weg auf aus ein bei ab an um zu',
);
/** Prefixes that stay where they are, and leave no room for "ge". */
const inseparable = wordList('uber unter wider hinter durch voll miss emp ent ver zer be er ge');

const irregular = irregularWords(verbs);

/** Endings of persons after a past form: "schrieben", "gabst". */
const persons = ['en', 'est', 'st', 'et', 't', 'e', ''];

/** The infinitives that a folded form of a verb may belong to: "geschrieben", "aufgenommen", "verlor", "gebaut". */
export function lemmasOf(word: string): readonly string[] {
  const found = new Set<string>();
  const addSimple = (form: string, prefix: string) => {
    for (const person of persons) {
      if (!form.endsWith(person)) continue;
      const known = irregular.bases.get(form.slice(0, form.length - person.length)) ?? [];
      for (const base of known) found.add(prefix + base);
    }
    const regular = /^ge(.{2,}?)e?t(?:e[nrsm]?)?$/.exec(form)?.[1];
    if (regular !== undefined) found.add(`${prefix}${regular}en`);
  };
  addSimple(word, '');
  for (const prefix of [...separable, ...inseparable])
    if (word.startsWith(prefix)) addSimple(word.slice(prefix.length), prefix);
  for (const prefix of inseparable) {
    // "verloren", "beschrieben": as the plain verb, without its "ge".
    if (word.startsWith(prefix)) addSimple(`ge${word.slice(prefix.length)}`, prefix);
  }
  found.delete(word);
  return [...found];
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
  const irregularly = irregular.forms.get(verb);
  if (irregularly !== undefined)
    return irregularly.map((form) => prefix + (ge === '' ? form.replace(/^ge/, '') : form));
  const stem = /^(.{3,})en$/.exec(verb)?.[1];
  return stem === undefined || ge === '' ? [] : [`${prefix}ge${stem}${/[dt]$/.test(stem) ? 'et' : 't'}`];
}
