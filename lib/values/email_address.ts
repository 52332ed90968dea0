import { InvalidValue, tryParse } from './value.js'

/** An address that mail can be sent to, in lower case: two people never differ by a capital. */
export class EmailAddress {
  private constructor(readonly value: string) {
    Object.freeze(this)
  }

  static parse(text: string): EmailAddress {
    const value = text.trim().toLowerCase()
    if (value.length > 254 || !/^[^\s@<>"']+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(value)) {
      throw new InvalidValue('Cette adresse n’est pas complète : elle s’écrit nom@domaine.fr.')
    }
    return new EmailAddress(value)
  }

  static tryParse(text: string): EmailAddress | null {
    return tryParse(() => EmailAddress.parse(text))
  }

  toString() {
    return this.value
  }
}
