/** How Kiosk introduces itself to the servers it reads from. */
export const userAgent = 'Kiosk/0.1 (self-hosted news reader)';
