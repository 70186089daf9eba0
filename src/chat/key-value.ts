/** A small durable map, one namespace of it. Values are plain data. */
export interface KeyValue {
  get(key: string): Promise<unknown>;
  /** @param expiresIn milliseconds; for ever without it */
  set(key: string, value: unknown, expiresIn?: number): Promise<unknown>;
  delete(key: string): Promise<unknown>;
}
