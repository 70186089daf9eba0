/** The first millisecond that a Discord id can name. */
const epoch = 1_420_070_400_000n;

/** Makes ids as Discord does, milliseconds above and a counter below, so that later ones are greater. */
export function createSnowflakes(now: () => number): () => string {
  let count = 0n;
  return () => {
    count += 1n;
    return (((BigInt(now()) - epoch) << 22n) + count).toString();
  };
}

/** When an id was given out, in milliseconds since 1970. */
export function timeOf(snowflake: string): number {
  return Number((BigInt(snowflake) >> 22n) + epoch);
}
