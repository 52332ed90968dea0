/** Why a .p12 does not open; each side says it in its own words. */
export type P12Trouble = 'password' | 'unreadable' | 'too_slow' | 'unsupported'

/** A .p12 that does not open. */
export class P12Error extends Error {
  readonly trouble: P12Trouble

  constructor(trouble: P12Trouble, detail = '') {
    super(`${trouble} ${detail}`.trim())
    this.trouble = trouble
  }
}
