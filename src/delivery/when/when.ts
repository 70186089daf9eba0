/** When something is due: an expression as `parseCron` reads it, by the clocks of one time zone (IANA name). */
export interface When {
  readonly cron: string;
  readonly timeZone: string;
}
