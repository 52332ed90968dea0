/** What a register says of an establishment. */
export interface Entry {
  siret: string
  siren: string
  /** Its number in the register of associations, when Sirene knows it. */
  rna: string | null
  /** The name of the legal unit, and the sign above the door when it has another. */
  name: string
  sign: string | null
  address: string | null
  postcode: string | null
  locality: string | null
  isSeat: boolean
  isOpen: boolean
  isUnitActive: boolean
  kind: 'company' | 'association' | 'public'
}

/** News from outside: what was found, that nothing was, or that the register does not answer. */
export type Found<T> = { kind: 'found'; value: T } | { kind: 'absent' } | { kind: 'unreachable' }

/** Establishments of a legal unit, some at a time; `next` is where the following ones begin. */
export interface Several {
  entries: Entry[]
  total: number
  next: string | null
}

/** The register of establishments, whoever holds it. */
export interface Register {
  find(siret: string): Promise<Found<Entry>>
  ofUnit(siren: string, from: string | null): Promise<Found<Several>>
  /** Where an establishment moved. */
  successorOf(siret: string): Promise<Found<string>>
}
