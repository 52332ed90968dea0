/** What is wrong in a file of essential data, or may be downstream. */
export interface DecpFinding {
  level: 'error' | 'warning'
  /** A short word: `missing`, `siret`, `late`… */
  rule: string
  /** Where, as a JSON pointer (RFC 6901) into the file; of XML, into what it says as JSON. */
  path: string
  /** A French sentence. */
  message: string
}

/** What makes a file invalid. */
export const error = (rule: string, path: string, message: string): DecpFinding => ({
  level: 'error',
  rule,
  path,
  message,
})

/** What is legal, and may be lost or late. */
export const warning = (rule: string, path: string, message: string): DecpFinding => ({
  ...error(rule, path, message),
  level: 'warning',
})

/** A pointer one step further. */
export const under = (path: string, step: string | number): string =>
  `${path}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`
