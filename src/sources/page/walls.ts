import type { LanguageTag } from '../../language/language.ts';
import { squash } from './words.ts';

/** What stands on a page instead of an article. */
type Wall = 'blocked' | 'missing' | 'paywall' | 'consent' | 'login' | 'script';

/** By what words a wall is known, by language; tested on little text alone, since articles speak of walls too. */
const words: Readonly<Record<LanguageTag, Readonly<Record<Wall, RegExp>>>> = {
  en: {
    blocked:
      /are you (?:a )?(?:robot|human)|(?:verify|verifying|confirm) (?:that )?you(?:['’]re| are) (?:a |not a )?(?:human|robot)|checking (?:your browser|if the site connection)|enable javascript and cookies to continue|unusual (?:traffic|activity) from|captcha|access (?:to this page has been )?denied|you have been blocked|pardon our interruption|press (?:&|and) hold|just a moment\.\.\.|too many requests|403 forbidden/i,
    missing:
      /\b404\b|page (?:could ?n[o’']t be|was not|not|cannot be) found|(?:article|page|story|content) (?:is )?no longer available|(?:article|page|story) (?:you (?:requested|are looking for) )?(?:does not|doesn['’]t|no longer) exists?|nothing (?:was )?found here|page has (?:been removed|moved)/i,
    paywall:
      /subscribe (?:now )?(?:to|for) (?:continue|read|keep reading|unlock|full access)|(?:to )?continue reading|keep reading with|already a (?:subscriber|member)|subscribers?[- ]only|for subscribers only|(?:exclusive|reserved) (?:to|for) (?:our )?(?:subscribers|members)|read the (?:full|whole|rest of the) (?:article|story)|unlock (?:this|the full) (?:article|story)|start your free trial|(?:you['’]ve|you have) reached your (?:article )?limit|become a member to read/i,
    consent:
      /(?:accept|reject|manage|allow|decline)\b.{0,30}\bcookies|cookies.{0,60}\b(?:consent|partners|preferences)|we (?:value|respect) your privacy|your privacy (?:choices|matters|is important)|manage (?:your )?(?:consent|privacy) (?:preferences|choices|settings)|(?:we and our|our \d* ?) ?partners (?:store|process|use)/i,
    login:
      /(?:log|sign) in to (?:continue|read|your account|view)|(?:please|you must|you need to) (?:log|sign) in|forgot(?:ten)? (?:your )?password|create (?:a free |an )?account|register (?:for free )?to (?:continue|read)/i,
    script:
      /(?:enable|turn on|requires?|activate|without) java ?script|java ?script (?:is )?(?:required|disabled|not enabled|must be enabled)/i,
  },
  de: {
    blocked:
      /(?:bist du|sind sie) ein (?:mensch|roboter)|kein roboter|(?:ihr|dein) browser wird (?:über)?prüft|sicherheits(?:überprüfung|prüfung|abfrage)|zugriff (?:verweigert|gesperrt|blockiert)|ungewöhnliche[nr]? (?:datenverkehr|aktivität|zugriffe)|captcha/i,
    missing:
      /\b404\b|seite (?:wurde |konnte )?(?:leider )?nicht gefunden|seite (?:existiert|gibt es) (?:leider )?nicht|(?:artikel|seite|inhalt|beitrag) (?:ist |steht )?(?:leider )?nicht mehr (?:verfügbar|vorhanden|online)|nichts gefunden/i,
    paywall:
      /weiterlesen (?:mit|als)|jetzt (?:abonnieren|weiterlesen|freischalten|gratis testen)|(?:nur|exklusiv) für (?:unsere )?abonnent|bereits (?:abonnent|abo|kunde|registriert)|(?:diesen|den|zum) (?:ganzen |vollständigen |kompletten )?artikel (?:weiter)?(?:lesen|freischalten|freigeben)|dieser (?:artikel|inhalt|beitrag|text) ist (?:nur|exklusiv|kostenpflichtig)|mit (?:einem )?\S{0,20}abo (?:weiter)?lesen|sie haben noch kein abo|artikel jetzt (?:lesen|freischalten)|im abo lesen/i,
    consent:
      /cookies? (?:zustimmen|akzeptieren|ablehnen|zulassen)|(?:allen? )?cookies (?:und|oder) .{0,40}(?:zustimm|akzeptier)|mit werbung (?:und|weiterlesen|lesen|nutzen)|(?:mit|durch) (?:werbung|tracking) und cookies|einwilligung|(?:ihre|deine) (?:privatsphäre|daten) ist uns wichtig|zwecke? .{0,60}(?:partner|drittanbieter)|datenschutz-?einstellungen|wir (?:und unsere|verwenden) .{0,20}(?:partner|cookies)/i,
    login:
      /(?:bitte|jetzt) (?:melden sie sich an|anmelden|einloggen|registrieren)|melden sie sich (?:bitte )?an|passwort vergessen|(?:benutzername|e-mail(?:-adresse)?) und passwort|anmelden,? um (?:weiter|diesen|den)|noch kein (?:konto|benutzerkonto)/i,
    script:
      /java ?script (?:ist |muss )?(?:deaktiviert|aktiviert|erforderlich|nicht aktiv|eingeschaltet)|(?:aktivieren sie|aktiviere|bitte) .{0,20}java ?script|ohne java ?script/i,
  },
  fr: {
    blocked:
      /êtes-vous (?:un )?(?:humain|robot)|n['’]êtes pas un robot|vérifi\w{1,6} que vous (?:êtes|n['’]êtes)|vérification de (?:votre navigateur|sécurité)|accès (?:temporairement )?(?:refusé|bloqué|interdit)|(?:trafic|activité) inhabituel|captcha/i,
    missing:
      /\b404\b|page (?:introuvable|non trouvée|inexistante)|page (?:que vous (?:cherchez|recherchez|demandez)|demandée) (?:n['’]existe|est introuvable|n['’]a pas)|(?:article|page|contenu) (?:n['’](?:est|existe) plus|n['’]existe pas|a été supprimée?)|plus disponible/i,
    paywall:
      /réservée? (?:aux|à nos) abonn|il (?:vous )?reste \d+ ?% (?:de cet article )?à (?:lire|découvrir)|il vous reste \d+ ?% de cet article|déjà abonné|abonnez-vous (?:pour|dès|à partir)|(?:pour )?lire la suite|continue[rz] (?:la|votre) lecture|(?:cet article|ce contenu|l['’]article) est (?:réservé|exclusi|payant)|lire l['’]intégralité|débloque[rz] (?:cet|l['’])|(?:la suite|le reste) (?:de cet article )?est réservé/i,
    consent:
      /(?:accepter|refuser|gérer|paramétrer).{0,30}\bcookies|(?:nos|et nos|ses) \d* ?partenaires.{0,80}(?:cookies|traceurs|données)|consentement|continuer sans accepter|respect(?:e|ons) (?:de )?votre vie privée|votre vie privée/i,
    login:
      /connectez-vous|(?:identifiez|identifier)-vous|mot de passe oublié|(?:veuillez|vous devez) (?:vous connecter|vous identifier|être connecté)|créer? (?:un|votre) compte|se connecter pour/i,
    script:
      /(?:activer|activez|sans|nécessite) java ?script|java ?script (?:est )?(?:désactivé|requis|nécessaire|doit être activé)/i,
  },
};

const walls: readonly Wall[] = ['blocked', 'missing', 'paywall', 'consent', 'login', 'script'];

/** The wall that a text speaks of; the surest first where it speaks of several. */
export function wallIn(text: string): Wall | undefined {
  return walls.find((wall) => speaksOf(wall, text));
}

/** True where a text speaks of a wall in any language. */
export function speaksOf(wall: Wall, text: string): boolean {
  return Object.values(words).some((language) => language[wall].test(text));
}

/** The wall that a text is about: more than `share` of its sentences speak of it. Missing pages say so in their title. */
export function wallAllOver(text: string, share: number): Wall | undefined {
  const sentences = text.split(/(?<=[.!?…])\s+|\n+/u).filter((sentence) => sentence.trim() !== '');
  return walls.find(
    (wall) =>
      wall !== 'missing' &&
      sentences.filter((sentence) => speaksOf(wall, sentence)).length > share * sentences.length,
  );
}

/** Letters that may stand beside a wall's own words in a title: "Error 404", "Sorry! Page not found". */
const mostBeside = 12;

/** True where a title, or a part of it between marks, says nothing but that there is a wall. */
export function isNamedAfter(wall: Wall, title: string): boolean {
  return title.split(/\s[|–—-]\s|[|:]/u).some((part) => {
    if (!speaksOf(wall, part)) return false;
    const rest = Object.values(words).reduce(
      (left, language) => left.replace(new RegExp(language[wall], 'gi'), ''),
      part,
    );
    return squash(rest).length <= mostBeside;
  });
}
