import type { Labels } from './labels.ts';

/** How long a button says that it has copied, in milliseconds. */
const thanksMilliseconds = 2000;

/** Copies a text and says so, on the button and to screen readers. Browsers allow it on trustworthy addresses only. */
export function createCopy(parts: {
  labels: Labels;
  status: HTMLElement;
}): ((text: string, button: HTMLButtonElement) => void) | undefined {
  const { labels, status } = parts;
  if (!isSecureContext) return undefined;

  async function copy(text: string, button: HTMLButtonElement): Promise<void> {
    await navigator.clipboard.writeText(text);
    button.textContent = labels.text('web.copied');
    status.textContent = labels.text('web.copied');
    setTimeout(() => {
      button.textContent = labels.text('web.copyQuote');
      status.textContent = '';
    }, thanksMilliseconds);
  }
  return (text, button) => void copy(text, button);
}
