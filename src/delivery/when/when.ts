/** When something is due, again and again. */
export interface When {
  /** Five fields: minute, hour, day of the month, month, day of the week. */
  readonly cron: string;
  /** A name of the IANA database. */
  readonly timeZone: string;
}
