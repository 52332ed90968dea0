/** What provisioning did, or would do: French sentences for people, facts for the journal. */
export class Changes {
  readonly sentences: string[] = []
  readonly #kept: string[] = []

  /** A change that names nobody: its sentence is also kept in the journal. */
  add(...sentences: string[]): void {
    this.sentences.push(...sentences)
    this.#kept.push(...sentences)
  }

  /** A change that names a person: shown, never kept for ever (house §10). */
  addPersonal(sentence: string): void {
    this.sentences.push(sentence)
  }

  get isEmpty(): boolean {
    return this.sentences.length === 0
  }

  forJournal() {
    return { changes: this.#kept, people: this.sentences.length - this.#kept.length }
  }
}
