/** A text that is not the value it should be; `message` is a French sentence for the person. */
export class InvalidValue extends Error {
  readonly code = 'E_INVALID_VALUE'

  /** `reason` is for programs: what is wrong, in one English word (`length`, `luhn`, `future`). */
  constructor(
    message: string,
    readonly reason: string = 'format'
  ) {
    super(message)
  }
}

/** Wraps a `parse` that throws InvalidValue into one that answers null. */
export function tryParse<T>(parse: () => T): T | null {
  try {
    return parse()
  } catch (error) {
    if (error instanceof InvalidValue) return null
    throw error
  }
}
