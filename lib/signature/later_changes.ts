/** What happened to a document after a signature, in French. */
export interface LaterChanges {
  /** What is no longer as it was signed, or what the signer had forbidden. */
  altered: string[]
  /** What may hide or change what is read: a person must look at it. */
  doubtful: string[]
  /** What joined the file without touching the pages, and is not known to be harmless. */
  completed: string[]
  /** What was laid over the signed pages, covers nothing and does nothing: stamps, notes. */
  added: string[]
}

/** What is said of a document to which nothing was added. */
export function noChanges(): LaterChanges {
  return { altered: [], doubtful: [], completed: [], added: [] }
}

/** Adds sentences to those that are there, each once. */
export function addChanges(to: LaterChanges, more: Partial<LaterChanges>): void {
  for (const key of ['altered', 'doubtful', 'completed', 'added'] as const) {
    for (const words of more[key] ?? []) if (!to[key].includes(words)) to[key].push(words)
  }
}
