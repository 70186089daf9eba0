import { describe, expect, it } from 'vitest';
import { readDocument, readPage } from '../../src/sources/index.ts';
import { fixture, fixtureText } from './fixture.ts';

const languages = ['en', 'fr', 'de'] as const;
const address = 'https://gazette.example/town/night-ferry';
const kindOf = (html: string, url = address) => {
  const page = readPage(html, url);
  return page.kind === 'notice' ? page.reason : page.kind;
};
const paragraphs = (...texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('\n');
const page = (parts: {
  readonly language: string;
  readonly title: string;
  readonly body: string;
  readonly head?: string;
}) =>
  `<!doctype html><html lang="${parts.language}"><head><title>${parts.title}</title>${parts.head ?? ''}</head>
  <body><nav><a href="/">Home</a></nav>${parts.body}</body></html>`;
const article = (language: string, title: string, ...texts: readonly string[]) =>
  page({ language, title, body: `<article><h1>${title}</h1>${paragraphs(...texts)}</article>` });

describe('a page without an article', () => {
  const walls = ['consent', 'paywall', 'login', 'blocked', 'missing', 'script', 'list'] as const;
  const cases = walls.flatMap((wall) => languages.map((language) => ({ wall, language })));

  it.each(cases)('is known for what it is: $wall ($language)', ({ wall, language }) => {
    expect(kindOf(fixtureText(`walls/${wall}-${language}.html`))).toBe(`sources.notice.${wall}`);
  });

  it('says what it is called and which feeds it offers, those of comments last', () => {
    expect(
      readDocument({ bytes: fixture('walls/list-fr.html'), url: 'https://gazette.example/' }),
    ).toMatchObject({
      kind: 'notice',
      title: 'La Gazette du port',
      feeds: [
        { url: 'https://gazette.example/feed.xml', title: 'Toute l’actualité' },
        { url: 'https://gazette.example/comments.xml', title: 'Commentaires' },
      ],
    });
  });

  it.each([
    ['nothing', '', 'sources.notice.empty'],
    ['a caption', '<p>The old bridge in spring.</p>', 'sources.notice.empty'],
    [
      'the word of a server',
      '<h1>Access Denied</h1><p>You don’t have permission to access this server.</p><p>Reference 18.5c</p>',
      'sources.notice.blocked',
    ],
    [
      'a captcha between two words',
      '<p>One more step</p><div class="g-recaptcha"></div><p>Reference 18.5c</p>',
      'sources.notice.blocked',
    ],
    [
      'a field for a password',
      '<form><input name="who"><input type="password"></form>',
      'sources.notice.login',
    ],
  ])('is known by %s', (_, body, reason) => {
    expect(kindOf(page({ language: 'en', title: '', body }))).toBe(reason);
  });

  it('is a missing one by its title, however much it says', () => {
    const text =
      'We have looked in every drawer of the harbour office, behind the lamp and under the net. You may want to begin again at the front page, or ask the harbour master, who knows everything.';
    const missing = (title: string) => kindOf(page({ language: 'en', title, body: `<p>${text}</p>` }));
    expect(missing('Page not found | The Harbour Gazette')).toBe('sources.notice.missing');
    expect(missing('Fehler 404')).toBe('sources.notice.missing');
    expect(missing('Erreur 404 : page introuvable')).toBe('sources.notice.missing');
    expect(missing('Bus 404 goes to the harbour again')).toBe('page');
  });

  it('is a request for consent however long that is', () => {
    const texts = Array.from(
      { length: 25 },
      (_, at) =>
        `Purpose ${at}: our partners store cookies on your device with your consent, to measure ads.`,
    );
    expect(kindOf(article('en', 'Welcome', ...texts))).toBe('sources.notice.consent');
  });

  it('is a page of teasers that have texts of their own', () => {
    const body = Array.from(
      { length: 9 },
      (_, at) =>
        `<div><div><a href="/${at}">Harbour story number ${at} of the day</a></div>
        <p>The harbour master told the council on Monday that quay ${at} is to be mended before winter comes.</p></div>`,
    ).join('');
    const articles = Array.from({ length: 9 }, (_, at) => ({
      '@type': 'NewsArticle',
      headline: `Harbour story number ${at} of the day`,
      url: `https://gazette.example/${at}`,
    }));
    const head = `<script type="application/ld+json">${JSON.stringify(articles)}</script>`;
    const html = page({ language: 'en', title: 'Gazette', body, head });
    expect(kindOf(html, 'https://gazette.example/')).toBe('sources.notice.list');
    expect(kindOf(html, 'https://gazette.example/town')).toBe('sources.notice.list');
  });
});

describe('an article', () => {
  it.each([
    [
      'cookies (en)',
      article(
        'en',
        'Regulator fines paper over cookies',
        'The data regulator has fined a newspaper two million pounds because its readers could not reject cookies as easily as accept them.',
        'The paper had shown a banner whose second button was grey. It says that it will appeal, and that all its rivals do the same.',
        'Consent must be given freely, the regulator wrote, and a reader who closes a window has not given any.',
      ),
    ],
    [
      'cookies (fr)',
      article(
        'fr',
        'Un journal condamné pour ses cookies',
        'L’autorité de contrôle a condamné un journal à deux millions d’euros d’amende : ses lecteurs ne pouvaient pas refuser les cookies.',
        'Le journal affichait une fenêtre dont le second bouton était gris. Il fera appel et assure que tous ses concurrents agissent de même.',
        'Un lecteur qui ferme une fenêtre n’a rien accepté, écrit l’autorité dans sa décision de vingt pages.',
      ),
    ],
    [
      'cookies (de)',
      article(
        'de',
        'Aufsicht straft Zeitung wegen Cookies',
        'Die Aufsicht hat eine Zeitung mit zwei Millionen Euro bestraft, weil ihre Leser Cookies nicht so leicht ablehnen konnten wie zulassen.',
        'Die Zeitung hatte ein Fenster gezeigt, dessen zweiter Knopf grau war. Sie will sich wehren und sagt, alle anderen machten es genauso.',
        'Wer ein Fenster schließt, hat in nichts eingewilligt, schreibt die Behörde in ihrem Bescheid von zwanzig Seiten.',
      ),
    ],
    [
      'paywalls (en)',
      article(
        'en',
        'Why papers ask you to subscribe',
        'Ten years ago every article was free; now four in five local papers ask their readers to subscribe to read on.',
        'Advertising pays half of what it did. A third of the readers who meet a paywall leave, a study of the port’s college found.',
        'The others read more than before, and one in fifty pays. That is enough for a newsroom of nine.',
      ),
    ],
    [
      'paywalls (fr)',
      article(
        'fr',
        'Pourquoi les journaux font payer',
        'Il y a dix ans, tout était gratuit ; aujourd’hui quatre journaux locaux sur cinq réservent leurs articles aux abonnés.',
        'La publicité rapporte moitié moins. Un tiers des lecteurs s’en va devant un accès payant, selon une étude de l’université du port.',
        'Les autres lisent davantage qu’avant, et un sur cinquante paie. Cela suffit à une rédaction de neuf personnes.',
      ),
    ],
    [
      'paywalls (de)',
      article(
        'de',
        'Warum Zeitungen Geld verlangen',
        'Vor zehn Jahren war alles umsonst, heute sind bei vier von fünf Lokalzeitungen die Artikel nur für Abonnenten zu lesen.',
        'Werbung bringt halb so viel wie früher. Ein Drittel der Leser geht vor einer Bezahlschranke wieder, ergab eine Studie der Hochschule.',
        'Die anderen lesen mehr als zuvor, und einer von fünfzig zahlt. Das reicht für eine Redaktion von neun Leuten.',
      ),
    ],
    [
      'missing pages (en)',
      article(
        'en',
        'Why “404” is painted on the old warehouse',
        'Nobody at the port office can say who painted the number 404 on the old warehouse, but since Sunday it is there, ten metres high.',
        'The number is what a server answers when a page was not found. The warehouse was to become a museum, and nothing came of it.',
        'The harbour master likes it and will leave it there until spring, when the wall is to be mended anyway.',
      ),
    ],
    [
      'robots and captchas (de)',
      article(
        'de',
        'Roboter bestehen den Test besser als Menschen',
        'Wer beweisen soll, dass er kein Roboter ist, klickt auf Ampeln und Zebrastreifen. Roboter können das inzwischen besser, zeigt eine Studie.',
        'Forscher der Hochschule am Hafen ließen zweihundert Menschen und vier Programme gegeneinander antreten, auf zwanzig Webseiten.',
        'Die Programme brauchten eine Sekunde, die Menschen neun. Die Forscher raten, solche Abfragen abzuschaffen.',
      ),
    ],
    [
      'passwords (fr)',
      article(
        'fr',
        'La mairie change tous ses mots de passe',
        'Après une intrusion dans la nuit de samedi, la mairie a changé les mots de passe de ses trois cents agents, a-t-elle fait savoir lundi.',
        'Un agent avait noté le sien sur un papier. Les services en ligne ont rouvert mardi ; les habitants doivent en choisir un nouveau.',
        'Aucune donnée n’a été volée, assure la mairie, qui a porté plainte et cherche qui était passé par la fenêtre.',
      ),
    ],
  ])('may speak of %s', (_, html) => {
    expect(kindOf(html)).toBe('page');
  });

  const whole = [
    'The port of Eastmere will run a ferry through the night from the first of December, its director said on Monday, after two years of talks with the line that owns the boats.',
    'The first boat leaves at eleven in the evening and the last one comes back at five, in time for the early shift at the cannery, where most of the passengers are expected to work.',
    'Adults pay four pounds for a single crossing, and six for both ways. Children pay half of that, and bicycles travel free on every boat.',
    'A second boat is on order and will be delivered in spring, the director said, if the yard keeps its word; the old one would stay in reserve for the summer months.',
  ];
  const paid =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Night ferry","isAccessibleForFree":false}</script>';

  it('stays one behind a meter, when the page holds all of it', () => {
    const overlay =
      '<div class="meter"><p>You have reached your limit. Subscribe to continue reading.</p></div>';
    const body = `<article><h1>Night ferry</h1>${paragraphs(...whole)}</article>${overlay}`;
    expect(kindOf(page({ language: 'en', title: 'Night ferry', body, head: paid }))).toBe('page');
  });

  it('stays one under a request for consent, between offers and above the form to comment', () => {
    const body = `<div id="onetrust-consent-sdk"><p>We and our partners use cookies. Accept all cookies?</p></div>
      <article><h1>Night ferry</h1>${paragraphs(...whole)}</article>
      <aside><p>Subscribe to continue reading tomorrow: four weeks for a pound.</p></aside>
      <form><p>Log in to comment</p><input type="password"></form>`;
    const read = readPage(page({ language: 'en', title: 'Night ferry', body }), address);
    expect(read).toMatchObject({ kind: 'page', text: whole.join('\n\n') });
  });

  it('stays one above a list of others', () => {
    const others = Array.from(
      { length: 12 },
      (_, at) => `<li><h3><a href="/${at}">Another story of the harbour, number ${at}</a></h3></li>`,
    );
    const body = `<article><h1>Night ferry</h1>${paragraphs(...whole)}</article><ul>${others.join('')}</ul>`;
    expect(readPage(page({ language: 'en', title: 'Night ferry', body }), address)).toMatchObject({
      kind: 'page',
      text: whole.join('\n\n'),
    });
  });

  it('may be as short as news can be where the page calls it an article', () => {
    const brief = 'The night ferry starts on the first of December, the port said on Monday.';
    const head = '<meta property="og:type" content="article">';
    const body = `<article><h1>Night ferry</h1><p>${brief}</p></article>`;
    expect(kindOf(page({ language: 'en', title: 'Night ferry', body, head }))).toBe('page');
    expect(kindOf(page({ language: 'en', title: 'Night ferry', body }))).toBe('sources.notice.empty');
  });
});
