import { irregularWords } from '../irregular.ts';
import { wordList } from '../word-list.ts';

/**
 * Verbs and nouns, each followed by its forms that stems don't lead back to it, and after a plus by prefixes that make others like it. What ends in a hyphen
 * takes endings: "pren-" stands for "prenait" and "prenant". All is folded.
 */
const irregular = irregularWords(
  withPrefixes(`
acquerir acquis acquise acquit acquiert|agir agi agit agiss-|asseoir assis assise|atteindre atteint atteinte atteign-|
battre battu battue bat batt- + a com de|boire bu but boit boivent buv-|conclure conclu conclue conclut conclu-|
connaitre connu connue connut connait connaiss- + re|conquerir conquis conquise conquit|
construire construit construite construis- + re|convaincre convaincu convaincue convainqu-|courir couru courut court courr- + ac par re se|
couvrir couvert couverte + de re|craindre craint crainte craign-|contraindre contraint contrainte contraign-|
croire cru crut croit croient croy-|croitre crut croit croiss- + ac|cueillir cueille cueill- + ac re|defendre defendu defendue defend defend-|
descendre descendu descendue descend descend-|detruire detruit detruite detruis-|dire dit dite dis- + inter pre re|duire duit duite duis- + con de in intro pro re repro se tra|dormir dort + en|
ecrire ecrit ecrite ecriv- + d re|elire elu elue elut elit elis- + re|envoyer enverr- + r|eteindre eteint eteinte eteign-|exclure exclu exclue exclut exclu-|
falloir fallu fallut faut fall-|fondre fondu fondue + con|fuir fui fuit fuy-|scrire scrit scrite scriv- + in pre sou tran|instruire instruit instruis-|
joindre joint jointe joign- + ad dis re|lire lu lut lit lis-|
mettre mis mise mit met mett- + ad com compro de e per pro re sou trans|mordre mordu mordue mord mord-|mourir mort morte mourut meurt meurent mourr-|
naitre nee nes nees naquit nait naiss- + re|nuire nui nuis-|offrir offert offerte offr-|ouvrir ouvert ouverte + re|
paraitre paru parue parut parait paraiss- + ap com dis re trans|peindre peint peinte peign- + de re|pendre pendu pendue pend pend- + de sus|
percevoir percu percue percut percoit percev-|perdre perdu perdue perd perd-|plaindre plaint plaign-|plaire plu plut plait plais-|pleuvoir plu pleut|
poursuivre poursuivi poursuivit poursuit poursuiv-|prendre pris prise prit prend prennent pren- + ap com entre re sur|
prevoir prevu prevue prevoit prevoy-|recevoir recu recue recut recoit recev-|
rendre rendu rendue rend rend-|repandre repandu repandue repand repand-|
repondre repondu repond repond-|correspondre correspondu correspond correspond-|resoudre resolu resolue resout resolv-|
restreindre restreint restreinte restreign-|rire ri rit + sou|rompre rompu rompue rompt romp- + cor inter|savoir su sut sait savent saur- sav-|
servir sert|souffrir souffert|suffire suffi suffit suffis-|suivre suivi suivit suit suiv-|taire tu tut tait tais-|
tendre tendu tendue tend tend- + at de e en pre|tenir tenu tenue tint tient tiennent tiendr- + abs appar con de entre main ob re sou|
tordre tordu tordue tord tord-|vaincre vaincu vaincue vainqu-|valoir valu valut vaut vaudr- val-|
vendre vendu vendue vend vend- + re|venir venu venue vint vient viennent viendr- + ad con de inter par pre pro re sub sur|
vivre vecu vecut vit viv- + re sur|voir vu vue vit voit voient verra verront verrait voy- + re|vouloir voulu voulut veut veulent voudr- voul-|
oeil yeux|ciel cieux|travail travaux`),
);

/** Each list again for each of its prefixes. */
function withPrefixes(lists: string): string {
  return lists
    .split('|')
    .flatMap((list) => {
      const [own = [], prefixes = []] = list.split('+').map((words) => wordList(words));
      return ['', ...prefixes].map((prefix) => own.map((word) => prefix + word).join(' '));
    })
    .join('|');
}

/** Nouns and adjectives that end like verbs of the plural, and are no form of what stands before. */
const unlike: ReadonlySet<string> = new Set(
  wordList('accent agent argent content couvent parent patient serpent talent torrent urgent'),
);
/** "mangent": the stemmer leaves this ending, since nouns have it, too. */
const plural = /^(\p{L}{3,})ent$/u;
/** Feminine forms and those of the plural. */
const agreements = [/s$/, /e$/, /es$/];
/** "prenait", "prenant", "prenne" */
const endings = /^(.{2,}?)(?:ai[st]|aient|antes?|ants?|ons|i?ez|i?ons|as?|ont|e|es|ent|it|irent)$/;
/** What stands for all of these in a list of forms. */
const usual = 'ait';

/** The words that a folded form may belong to: "naquit", "prenait", "élues", "travaux", "mangent". */
export function lemmasOf(word: string): readonly string[] {
  const root = endings.exec(word)?.[1];
  const forms = [
    word,
    ...agreements.map((ending) => word.replace(ending, '')),
    ...(root === undefined ? [] : [`${root}-`]),
  ];
  const known = forms.flatMap((form) => irregular.bases.get(form) ?? []);
  const [, plain] = plural.exec(word) ?? [];
  const singular = plain === undefined || unlike.has(word) ? [] : [`${plain}e`];
  return [...new Set([...known, ...singular])];
}

/** The irregular forms of a folded word: "naître", "travail". */
export function formsOf(word: string): readonly string[] {
  return (irregular.forms.get(word) ?? []).map((form) => form.replace('-', usual));
}
