declare namespace Intl {
  interface Locale {
    /** The time zones of the locale's region, by name; undefined without one. https://tc39.es/proposal-intl-locale-info/ */
    getTimeZones(): string[] | undefined;
  }
}
