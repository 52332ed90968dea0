const REASONS = {
  E_XML_EMPTY: 'Le document XML est vide.',
  E_XML_TOO_LARGE: 'Le document XML dépasse la taille admise.',
  E_XML_TOO_DEEP: 'Le document XML emboîte trop de niveaux.',
  E_XML_DOCTYPE: 'Le document XML contient une déclaration DOCTYPE, qui est refusée.',
  E_XML_ENTITY: 'Le document XML utilise une entité, ce qui est refusé.',
  E_XML_ENCODING: 'Le document XML n’est pas dans un encodage admis, ou ne respecte pas le sien.',
  E_XML_MALFORMED: 'Le document XML est mal formé.',
  E_XML_CHARACTER: 'Le texte contient un caractère interdit en XML.',
} as const

export type XmlRejectionCode = keyof typeof REASONS

/** A document that we refuse to read or to write; `message` is French and may be shown. */
export class XmlRejected extends Error {
  constructor(
    readonly code: XmlRejectionCode,
    readonly detail?: string
  ) {
    super(detail ? `${REASONS[code]} (${detail})` : REASONS[code])
    this.name = 'XmlRejected'
  }
}
