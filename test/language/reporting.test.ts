import { describe, expect, test } from 'vitest';
import { languages, languageTags } from '../../src/language/index.ts';

describe.each([
  [
    'en',
    'Read more|Read next: the dam|Also read|See also|Related: ten dams|Photos: Ferry Post|Picture | Ferry Post|Video: the dam|Credit: Ferry Post|Advertisement|Photograph by Mara Quill|Sign up for our letter|Subscribe now|Click here|Follow us on the web|Share this|By Mara Quill|By Mara Quill and|For more stories|We use cookies|Accept all cookies|See our cookie policy|All rights reserved|Join our free newsletter|Read the privacy policy|Please enable JavaScript|© Ferry Post',
  ],
  [
    'fr',
    'À lire aussi|Lire également|Voir aussi|Photo : La Jetée|Crédits : La Jetée|Vidéo : le barrage|Crédit photo La Jetée|Publicité|Abonnez-vous|Inscrivez-vous|Cliquez ici|Suivez-nous|Partager cet article|Partager sur le réseau|Par Mara Quill|Pour aller plus loin|Nous utilisons des cookies|Accepter les cookies|Politique de confidentialité|Politique de cookies|Tous droits réservés|Notre newsletter|Veuillez activer JavaScript|© La Jetée',
  ],
  [
    'de',
    'Lesen Sie auch|Hören Sie dazu|Mehr zum Thema|Mehr dazu|Hier klicken|Hier geht es weiter|Foto: Die Mole|Bilder: Die Mole|Quelle: Die Mole|Bildrechte: Die Mole|Anzeige|Newsletter|Abonnieren Sie|Melden Sie sich jetzt an|Folgen Sie uns|Auch interessant|Von Mara Quill|Wir verwenden Cookies|Cookie-Einstellungen|Alle Rechte vorbehalten|In unserem Newsletter|Datenschutzerklärung|JavaScript aktivieren|© Die Mole',
  ],
] as const)('what belongs to a page and not to its story (%s)', (tag, lines) => {
  const { furniture } = languages[tag].reporting;

  test.each(lines.replaceAll(' | ', ' ¦ ').split('|'))('“%s”', (line) => {
    expect(furniture.test(line.replace('¦', '|'))).toBe(line !== 'By Mara Quill and');
  });
});

test.each([
  ['en', 'By Mara Quill and Elin Tarrow the lock was built.'],
  ['en', 'By noon'],
  ['en', 'By Mara Quill.'],
  ['en', 'Advertisement pays for the bridge'],
  ['en', 'Related firms pay'],
  ['fr', 'Par hasard'],
  ['fr', 'Par monts et vaux'],
  ['fr', 'Par Mara Quill.'],
  ['fr', 'Publicité pour le pont'],
  ['fr', 'Source du fleuve'],
  ['de', 'Von dem Dorf'],
  ['de', 'Von Mara Quill.'],
  ['de', 'Anzeige gegen den Kapitän'],
  ['de', 'Quellen am Berg'],
] as const)('in %s, “%s” belongs to a story', (tag, line) => {
  expect(languages[tag].reporting.furniture.test(line)).toBe(false);
});

test.each([
  ['en', 'he this however', 'said according', 'the ferry'],
  ['fr', 'il ce cependant', 'dit selon', 'le bac'],
  ['de', 'er dies jedoch', 'sagte laut', 'die schiff'],
] as const)(
  'in %s, some words lean on what stood before, and some say who speaks',
  (tag, lean, say, others) => {
    const { leaning, saying } = languages[tag].reporting;
    for (const word of lean.split(' ')) expect([word, leaning.has(word)]).toEqual([word, true]);
    for (const word of say.split(' ')) expect([word, saying.has(word)]).toEqual([word, true]);
    for (const word of others.split(' '))
      expect([word, leaning.has(word), saying.has(word)]).toEqual([word, false, false]);
  },
);

test('words of papers are listed as they are compared, folded', () => {
  for (const tag of languageTags) {
    const { leaning, saying } = languages[tag].reporting;
    expect([...leaning, ...saying].filter((word) => !/^[a-z]+$/.test(word))).toEqual([]);
  }
});
