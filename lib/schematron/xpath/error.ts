/** What XPath cannot compute: a bad number, two items where one is wanted, a type that does not fit. */
export class XPathError extends Error {
  constructor(
    /** Its code in the W3C's list, `FORG0001` for a text that is no value of the type. */
    readonly code: string,
    detail = ''
  ) {
    super(detail ? `${code} : ${detail}` : code)
    this.name = 'XPathError'
  }
}

/** A rule written with what this engine does not know; it is told at the import. */
export class UnknownSyntax extends Error {}
