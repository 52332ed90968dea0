/**
 * A rule that somebody broke. `code` names it, `message` is the French sentence that says how to
 * mend it, `field` the form field that it concerns, `details` what a program may want to know.
 */
export class DomainError extends Error {
  /** `E_ACTE_NUMBER_TAKEN`: what programs read. */
  readonly code: string
  /** The HTTP status of whoever answers a request with it. */
  readonly status: number
  field?: string
  details: Record<string, unknown> = {}

  constructor(message: string, { code, status }: { code: string; status: number }) {
    super(message)
    this.name = this.constructor.name
    this.code = code
    this.status = status
  }

  /** Says at which field of the form the person should look. */
  at(field: string): this {
    this.field = field
    return this
  }

  with(details: Record<string, unknown>): this {
    this.details = details
    return this
  }
}

/**
 * Declares an error once: `defineError('E_ACTE_NUMBER_TAKEN', 'Le numéro %s est déjà pris.', 422)`;
 * the texts given to the constructor replace the `%s` in their order.
 */
export function defineError(code: string, sentence: string, status = 422) {
  return class extends DomainError {
    static readonly code = code
    static readonly status = status
    constructor(...texts: (string | number)[]) {
      let index = 0
      super(
        sentence.replace(/%s/g, () => String(texts[index++] ?? '')),
        { code, status }
      )
    }
  }
}
