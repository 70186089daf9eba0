/** A year, in seconds. */
const remembered = 365 * 24 * 60 * 60;

/**
 * Makes a button switch between dark and light. The choice is kept in a cookie, so that the server can send the page as it
 * is to look; without a choice the page looks as the system does.
 */
export function switchTheme(button: HTMLButtonElement): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const { dataset } = document.documentElement;
  const isDark = () => (dataset['theme'] === undefined ? system.matches : dataset['theme'] === 'dark');
  const show = () => button.setAttribute('aria-pressed', String(isDark()));
  button.addEventListener('click', () => {
    dataset['theme'] = isDark() ? 'light' : 'dark';
    document.cookie = `kiosk_theme=${dataset['theme']}; path=/; max-age=${remembered}; samesite=lax`;
    show();
  });
  system.addEventListener('change', show);
  show();
}
