import { html } from 'hono/html';

/** Starts something new. */
export const plus = icon('M12 5v14M5 12h14');
/** The dark appearance. */
export const moon = icon('M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z');
/** Ends a session. */
export const leave = icon('M10 4H5v16h5M15 8l4 4-4 4M19 12H9');
/** Ends what is under way. */
export const stop = icon('M7 7h10v10H7Z');
/** Sends. */
export const arrowUp = icon('M12 19V5M6 11l6-6 6 6');

/** A drawing of one stroke on a square of 24, in the colour of the text around it; its button names it. */
function icon(path: string) {
  return html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
    <path d="${path}" />
  </svg>`;
}
