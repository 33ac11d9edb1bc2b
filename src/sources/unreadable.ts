/** Why a file or an entry can't become an article. Its message is one sentence for people that says what to do. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}
