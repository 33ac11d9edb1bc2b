/**
 * Which of 32 classes of letters occur, as bits. One edit changes at most one letter of either word: far apart in their
 * letters, two words are far apart.
 */
export function lettersOf(form: string): number {
  let letters = 0;
  for (let at = 0; at < form.length; at++) letters |= 1 << (form.charCodeAt(at) & 31);
  return letters;
}

/** How many bits are set, counted in ever wider fields. */
export function bits(number: number): number {
  const pairs = number - ((number >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The rows of `editDistance`, which is asked a hundred thousand times for one word. */
const rows = [new Uint16Array(256), new Uint16Array(256), new Uint16Array(256)] as const;

/**
 * Damerau's distance in the form called optimal string alignment (Boytsov, "Indexing Methods for Approximate
 * Dictionary Searching", 2011, section 2.1).
 * @returns `most + 1` as soon as it is sure to be more than `most`
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last, current] = b.length < rows[0].length ? rows : rowsFor(b.length);
  for (let column = 0; column <= b.length; column++) last[column] = column;
  for (let row = 1; row <= a.length; row++) {
    const letter = a.charCodeAt(row - 1);
    let best = row;
    current[0] = row;
    for (let column = 1; column <= b.length; column++) {
      const other = b.charCodeAt(column - 1);
      let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1);
      cost = Math.min(cost, at(last, column - 1) + (letter === other ? 0 : 1));
      if (row > 1 && column > 1 && letter === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === other) {
        cost = Math.min(cost, at(before, column - 2) + 1);
      }
      current[column] = cost;
      if (cost < best) best = cost;
    }
    if (best > most) return most + 1;
    [before, last, current] = [last, current, before];
  }
  return Math.min(at(last, b.length), most + 1);
}

function rowsFor(length: number): readonly [Uint16Array, Uint16Array, Uint16Array] {
  const row = () => new Uint16Array(length + 1);
  return [row(), row(), row()];
}

function at(row: Uint16Array, column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
