const discordEpoch = 1_420_070_400_000n;

/** Ids as Discord makes them, from the present time; each is greater than the one before. */
export function createSnowflakes(): () => string {
  let last = 0n;
  return () => {
    const now = (BigInt(Date.now()) - discordEpoch) << 22n;
    last = now > last ? now : last + 1n;
    return last.toString();
  };
}

/** The shard that hears of a guild; direct messages go to shard 0. */
export function shardOf(guildId: string | undefined, shards: number): number {
  return guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shards));
}
