import { decode, encodingExists } from 'iconv-lite';

/** Of the encodings of DOS, of Macs and of mail, the name that the library has for a written label. */
export function oldEncodingNamed(label: string): string | undefined {
  const known = label
    .replace(/[:-](?:19|20)\d\d$/, '')
    .replace(/^x-?(?=mac)/, '')
    .replaceAll(/[^a-z\d]/g, '');
  const name = aliases.get(known) ?? known.replace(/^(?:cs)?(?:ibm|cp)0*(?=\d{3}$)/, 'cp');
  return !modern.test(name) && encodingExists(name) ? name : undefined;
}

/** What shows by the bytes, and ways to write bytes as letters, which the library takes for encodings as well. */
const modern = /^(?:utf(?!7)|ucs|unicode|cesu|ascii|binary|hex|base64)/;

/** Labels of IANA and of Python that the library doesn't know. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['cpis', 'cp861'],
  ['csptcp154', 'pt154'],
  ['kz1048', 'rk1048'],
  ['maccentraleurope', 'maccenteuro'],
  ['maclatin2', 'maccenteuro'],
  ['macromanian', 'macromania'],
  ['ptcp154', 'pt154'],
  ['ruscii', 'cp1125'],
  ['unicode11utf7', 'utf7'],
]);

/** What bytes say in an encoding by that name; what makes no sense is a replacement character. */
export function decodeOld(name: string, bytes: Uint8Array): string {
  return decode(bytes, name);
}
