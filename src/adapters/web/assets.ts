import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

/** A file that the page consists of. */
export interface Asset {
  readonly type: string;
  readonly content: string;
  readonly etag: string;
}

/** Modules of other folders that the page imports too; they know nothing of Node. */
const shared = ['chat/dates.ts', 'chat/quotation.ts'];

/** The page's files by the path they are served under; its TypeScript becomes JavaScript by blanking out the types. */
export function readAssets(): ReadonlyMap<string, Asset> {
  const scripts = readdirSync(new URL('./page/', import.meta.url)).filter((name) => name.endsWith('.ts'));
  return new Map([
    ['/page.css', asset('text/css; charset=utf-8', read('./page/page.css'))],
    ['/icon.svg', asset('image/svg+xml', read('./page/icon.svg'))],
    ...scripts.map((name) => [`/page/${name}`, script(read(`./page/${name}`))] as const),
    // "../../../chat/" from "/page/" is "/chat/": a URL has nothing above its root.
    ...shared.map((path) => [`/${path}`, script(read(`../../${path}`))] as const),
  ]);
}

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

function script(source: string): Asset {
  return asset('text/javascript; charset=utf-8', stripTypeScriptTypes(source));
}

function asset(type: string, content: string): Asset {
  return { type, content, etag: `"${createHash('sha256').update(content).digest('base64url')}"` };
}
