/** Somebody's browser, as far as it goes: it keeps cookies and follows where it is sent. */
export interface Browser {
  /** Asks for an address alone. */
  ask(address: string): Promise<Page>;
  /** The same, and goes where it is sent. */
  visit(address: string): Promise<Page>;
  /** The cookies it would send, by their names. */
  readonly cookies: Map<string, string>;
}

/** What was shown. */
export interface Page {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** Where it was sent, if it was. */
  readonly location: string | undefined;
}

/** @param hosts where addresses really are @param languages what it says its reader reads */
export function createBrowser(hosts: Readonly<Record<string, string>>, languages = 'en'): Browser {
  const cookies = new Map<string, string>();

  function keep(header: string): void {
    const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
    const [name = '', value = ''] = pair.split('=', 2);
    if (attributes.includes('Max-Age=0')) cookies.delete(name);
    else cookies.set(name, value);
  }

  async function ask(address: string): Promise<Page> {
    const { origin } = new URL(address);
    const isKnown = hosts[origin] !== undefined;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address.replace(origin, hosts[origin] ?? origin), {
      redirect: 'manual',
      headers: { 'accept-language': languages, ...(isKnown && { cookie }) },
    });
    if (isKnown) for (const header of response.headers.getSetCookie()) keep(header);
    const { status, headers } = response;
    return { status, headers, text: await response.text(), location: headers.get('location') ?? undefined };
  }

  async function visit(address: string): Promise<Page> {
    const page = await ask(address);
    return page.location === undefined ? page : visit(page.location);
  }

  return { ask, visit, cookies };
}
