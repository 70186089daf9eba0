/** A small durable map, one namespace of it. Values are plain data. */
export interface KeyValue {
  get(key: string): Promise<unknown>;
  /** @param expiresIn milliseconds; for ever without it */
  set(key: string, value: unknown, expiresIn?: number): Promise<unknown>;
  /** @param entries `ttl`: milliseconds; for ever without it */
  setMany(
    entries: { readonly key: string; readonly value: unknown; readonly ttl?: number }[],
  ): Promise<unknown>;
  /**
   * Sets what isn't there yet, or has expired; whoever asks at the same moment, one alone hears `true`.
   * @param expiresIn milliseconds; for ever without it
   */
  add(key: string, value: unknown, expiresIn?: number): Promise<boolean>;
  /** Whether there was a value. */
  delete(key: string): Promise<boolean>;
}
