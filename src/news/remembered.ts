/** The same function, which works out each text once: good for words, as texts use the same ones again and again. */
export function remembered<Found extends NonNullable<unknown>>(
  of: (text: string) => Found,
  /** Bounds the memory of what is remembered, whatever is fed to it. */
  most = 200_000,
): (text: string) => Found {
  const known = new Map<string, Found>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = of(text);
    if (known.size >= most) known.clear();
    known.set(text, found);
    return found;
  };
}
