/** The part of the package `snowball-stemmers` that is used; it brings no types of its own. */
declare module "snowball-stemmers" {
  const snowball: { newStemmer(language: "english"): { stem(word: string): string } };
  export = snowball;
}
