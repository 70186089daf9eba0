import { irregularWords } from '../irregular.ts';
import { wordList } from '../word-list.ts';

/** Verbs and nouns whose forms stems don't lead back to them, each followed by those forms, folded. */
const irregular = irregularWords(`
acquerir acquis acquise acquit|apparaitre apparu apparue apparut apparait|apprendre appris apprise apprit apprend|
asseoir assis assise|atteindre atteint atteinte atteignit|battre battu battue battit bat|
boire bu but boit boivent|combattre combattu combattit combat|comprendre compris comprise comprit comprend|conduire conduit conduite conduisit|
connaitre connu connue connut connait|conquerir conquis conquise conquit|construire construit construite construisit|contenir contenu contient|
convaincre convaincu convaincue convainquit|courir couru courut court|couvrir couvert couverte|craindre craint crainte craignit|
croire cru crut croit croient|decouvrir decouvert decouverte|decrire decrit decrite decrivit|defendre defendu defendue|
detenir detenu detenue detient|detruire detruit detruite detruisit|devenir devenu devenue devint devient deviennent|
dire dit dite disent|disparaitre disparu disparue disparut disparait|dormir dort|
ecrire ecrit ecrite ecrivit|elire elu elue elut elit|entretenir entretenu entretient|envoyer enverra|eteindre eteint eteinte|
falloir fallu fallut faut|fuir fui fuit|
inscrire inscrit inscrite|instruire instruit|interdire interdit interdite|introduire introduit introduite introduisit|joindre joint jointe|
lire lu lut lit lisent|maintenir maintenu maintient|mettre mis mise mit met mettent|mourir mort morte mourut meurt meurent|
naitre nee nes nees naquit nait|obtenir obtenu obtenue obtint obtient|offrir offert offerte|ouvrir ouvert ouverte|
paraitre paru parut parait|parvenir parvenu parvint parvient|peindre peint peinte peignit|permettre permis permise permit permet|
plaire plu plut|pleuvoir plu pleut|poursuivre poursuivi poursuivit poursuit|prendre pris prise prit prend prennent|
produire produit produite produisit|promettre promis promise promit|recevoir recu recue recut recoit|reconnaitre reconnu reconnue reconnut|
reduire reduit reduite reduisit|rejoindre rejoint rejointe rejoignit|remettre remis remise remit|resoudre resolu resolue|
repandre repandu repandue|revenir revenu revint revient|rire ri rit|rompre rompu rompue|savoir su sut sait savent|
servir sert|souffrir souffert|soumettre soumis soumise|soutenir soutenu soutint soutient|suivre suivi suivit suit|surprendre surpris surprise|
survivre survecu survecut|tenir tenu tint tient tiennent|traduire traduit traduite|transmettre transmis transmise|vaincre vaincu vaincue vainquit|
vendre vendu vendue|venir venu venue vint vient viennent|vivre vecu vecut vit vivent|voir vu vue vit voit voient|vouloir voulu voulut veut veulent|
oeil yeux|ciel cieux|travail travaux`);

/** Nouns and adjectives that end like verbs of the plural, and are no form of what stands before. */
const unlike: ReadonlySet<string> = new Set(
  wordList('accent agent argent content couvent parent patient serpent talent torrent urgent'),
);
/** "mangent": the stemmer leaves this ending, since nouns have it, too. */
const plural = /^(\p{L}{3,})ent$/u;
/** Feminine forms and those of the plural. */
const endings = [/s$/, /e$/, /es$/];

/** The words that a folded form may belong to: "naquit", "élues", "travaux", "mangent". */
export function lemmasOf(word: string): readonly string[] {
  const forms = [word, ...endings.map((ending) => word.replace(ending, ''))];
  const known = forms.flatMap((form) => irregular.bases.get(form) ?? []);
  const [, root] = plural.exec(word) ?? [];
  const singular = root === undefined || unlike.has(word) ? [] : [`${root}e`];
  return [...new Set([...known, ...singular])];
}

/** The irregular forms of a folded word: "naître", "travail". */
export function formsOf(word: string): readonly string[] {
  return irregular.forms.get(word) ?? [];
}
