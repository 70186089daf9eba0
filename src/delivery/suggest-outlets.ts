import type { Suggestion } from '../chat/adapter.ts';
import type { SuggestContext } from '../chat/command.ts';
import type { Kiosk } from '../chat/kiosk.ts';
import { fold } from '../language/index.ts';

/** The names of those whose articles may be wanted: who was read lately, and who is followed but has said nothing yet. */
export async function outletsToChoose(kiosk: Pick<Kiosk, 'outlets' | 'sources'>): Promise<readonly string[]> {
  const [read, followed] = await Promise.all([kiosk.outlets(), kiosk.sources.list()]);
  return [...new Set([...read, ...followed.map(({ name }) => name)])];
}

/** Completes the last of the names typed so far. */
export async function suggestOutlets(
  typed: string,
  { kiosk }: Pick<SuggestContext, 'kiosk'>,
): Promise<readonly Suggestion[]> {
  const names = typed.split(',').map((name) => name.trim());
  const begun = fold(names.pop() ?? '');
  const before = names.map((name) => `${name}, `).join('');
  return (await outletsToChoose(kiosk))
    .filter((outlet) => fold(outlet).includes(begun) && !names.includes(outlet))
    .map((outlet) => ({ value: before + outlet, label: before + outlet }));
}
