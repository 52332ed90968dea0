/** What somebody typed in a form, as it was sent: it may nest as its names do. */
export type Typing = Record<string, unknown>

/** A secret is never kept, and the words of the platform are not a person's. */
const SECRET = /passw|passphrase|mot_?de_?passe|secret|token|^(?:code|pin|p12|key|cle)$/i
const OURS = new Set(['success', 'notice', 'error', 'errorsBag', 'inputErrorsBag', 'received'])

/** What may be kept of a sent form, at every depth: neither its secrets nor what is ours. */
export function keepable(sent: Typing): Typing {
  return Object.fromEntries(
    Object.entries(sent)
      .filter(([name]) => !name.startsWith('_') && !OURS.has(name))
      .filter(([name]) => !SECRET.test(name))
      .map(([name, value]) => [name, isNested(value) ? keepable(value) : value])
  )
}

const isNested = (value: unknown): value is Typing =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the person reads when she is back in front of her form. */
export function giveBackSentence(files: string[]): string {
  const back = 'Votre saisie est revenue : relisez-la, puis envoyez-la de nouveau.'
  if (files.length === 0) return back
  const named = files.map((name) => `« ${name} »`).join(', ')
  return `${back} ${files.length === 1 ? 'Ce fichier est à joindre' : 'Ces fichiers sont à joindre'} de nouveau s’il n’y figure pas : ${named}.`
}
