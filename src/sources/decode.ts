import { decodeMarked, decodeNamed, encodingNamed, sevenBit, western, wide } from './encodings.ts';
import { decodeMixed, mixtureOf } from './mixed.ts';

/** How far into the bytes a declared encoding is looked for; the HTML standard asks for 1024, feeds put theirs first. */
const declarationBytes = 4096;

/** So many characters of UTF-8 for one byte that isn't show that a text was meant as UTF-8, whatever is declared. */
const clearly = 20;

/**
 * Turns the bytes of a feed, a page or a text into a string; never fails. A byte order mark wins over `contentType`'s
 * charset, that over the document's own declaration, and bytes that contradict all of them over what was declared.
 */
export function decode(bytes: Uint8Array, contentType?: string): string {
  if ([0xef, 0xbb, 0xbf].every((byte, at) => bytes[at] === byte)) return decodeUtf8(bytes.subarray(3));
  const marked = decodeMarked(bytes);
  if (marked !== undefined) return marked;
  const claims = claimsOf(bytes, contentType);
  const claimed = claims.find((name) => name !== 'utf-8');
  const valid = strictly('utf-8', bytes);
  if (valid !== undefined)
    return claimed !== undefined && isDisguised(valid, claimed) ? readAs(bytes, claims) : valid;
  const mixture = mixtureOf(bytes);
  if (claimed === undefined || western.has(claimed))
    return decodeMixed(bytes, claimed ?? 'windows-1252', mixture);
  return mixture.characters > clearly * mixture.strays
    ? decodeMixed(bytes, 'windows-1252', mixture)
    : readAs(bytes, claims);
}

function decodeUtf8(bytes: Uint8Array): string {
  return strictly('utf-8', bytes) ?? decodeMixed(bytes, 'windows-1252', mixtureOf(bytes));
}

/** The encodings a document is said to be in, the most trustworthy first. UTF-16 would have shown by its bytes. */
function claimsOf(bytes: Uint8Array, contentType: string | undefined): readonly string[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, declarationBytes));
  const xml = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']?\s*([\w.: -]+)/i.exec(head)?.[1];
  const meta = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  const sent = encodingNamed(/charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1]);
  const own = [encodingNamed(xml), encodingNamed(meta)];
  // Latin 1 is what servers say where nobody told them; who wrote the document knew better.
  const claims = sent === 'windows-1252' ? [...own, sent] : [sent, ...own];
  return claims.filter((name) => name !== undefined && !name.startsWith('utf-16')).map(String);
}

/**
 * Whether bytes that happen to be UTF-8 may be something else. A byte beyond ASCII is UTF-8 by chance so rarely that
 * they were mostly meant so; two-byte characters of East Asia are more often, but in UTF-8 they would have three.
 */
function isDisguised(valid: string, claimed: string): boolean {
  return (
    (sevenBit.has(claimed) && !/[\u0080-\uFFFF]/.test(valid)) ||
    (wide.has(claimed) && /[\u0080-\u07FF]/.test(valid) && !/[\u0800-\uFFFF]/.test(valid))
  );
}

/** Reads bytes as the first of these encodings in which they make sense. */
function readAs(bytes: Uint8Array, claims: readonly string[]): string {
  for (const name of claims) {
    const text = name === 'utf-8' ? undefined : strictly(name, bytes);
    if (text !== undefined) return text;
  }
  return decodeNamed(claims.find((name) => name !== 'utf-8') ?? 'utf-8', bytes);
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return decodeNamed(encoding, bytes, true);
  } catch {
    return undefined;
  }
}
