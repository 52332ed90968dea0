/** What the AtomPub binding answers; nothing when the bytes of a document are sent. */
export interface AtomAnswer {
  status: number
  type: string
  text: string
  /** Where what was made is read. */
  location?: string
}
