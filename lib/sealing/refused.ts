/**
 * What a sealed pli, a key or a name is refused for. `code` is for programs (`altered-file`,
 * `not-enough-keys`), `message` is the French sentence for the person.
 */
export class SealingRefused extends Error {
  constructor(
    readonly code: string,
    message: string
  ) {
    super(message)
  }
}

/** Stops with that sentence unless it is so. @throws SealingRefused */
export function demand(isSo: boolean, code: string, message: string): asserts isSo {
  if (!isSo) throw new SealingRefused(code, message)
}
