type Numbers = Uint8Array | Uint32Array | Float32Array | Float64Array;

/** The same numbers with room for at least so many, and for some more, so that it is seldom made anew; zeros follow. */
export function grown<T extends Numbers>(numbers: T, size: number): T {
  if (size <= numbers.length) return numbers;
  const Kind = numbers.constructor as new (length: number) => T;
  const larger = new Kind(size + (size >> 2) + 64);
  larger.set(numbers);
  return larger;
}
