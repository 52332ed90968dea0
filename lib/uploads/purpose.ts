/** Who sends a file: somebody who works there, a person who does not, or whoever holds a drop box. */
export interface UploadOwner {
  kind: 'member' | 'person' | 'anonymous'
  /** Of the person; of the drop box for who has no name. */
  id: string
}

/** Somebody who works in the tenant in context. */
export const member = (id: string): UploadOwner => ({ kind: 'member', id })

/** What one request of a form keeps in memory, and what is lost at most when its line is cut. */
export const MOST_PIECE = 2 * 1024 * 1024

/** What is known of a file on its way when a purpose is asked about it. */
export interface UploadFacts {
  id: string
  name: string
  /** In octets, as declared at the beginning. */
  size: number
  owner: UploadOwner
}

/** The document that a file became. */
export interface KeptUpload {
  id: string
  name: string
  sha256: string
  size: number
  mediaType: string
}

/** Why files may come in pieces, declared by a room in its `room.ts`; named `room.key`. */
export interface UploadPurpose {
  /** The kinds of owners that may begin one; a room checks the rest in `allows`. */
  owners: UploadOwner['kind'][]
  /** Whether an owner may begin one, in the tenant in context. */
  allows?(owner: UploadOwner): Promise<boolean> | boolean
  /** Of one file, in octets. */
  mostBytes: number
  /** Of all that one owner has on its way at once. */
  mostAtOnce: number
  mostBytesAtOnce: number
  /** Media types that are welcome, judged by content; all of them when unsaid. */
  accept?: string[]
  /** Until when it is kept; a day after its last piece when unsaid. */
  keptUntil?(upload: UploadFacts): Promise<Date> | Date
  /** What the room writes when it is kept, in the transaction that names the document. */
  onKept?(document: KeptUpload, upload: UploadFacts): Promise<void>
  /** Its sender has encrypted it: neither its type nor its viruses can be seen. */
  isSealed?: boolean
}

const DAY = 24
/** For how long what has no hour of its own is kept after its last piece. */
export const KEPT_HOURS = DAY

/**
 * Files of the forms of members. The archive that the ministry accepts stops at 150 MB: nothing
 * larger is useful there.
 */
export const FORM: UploadPurpose = {
  owners: ['member'],
  mostBytes: 150_000_000,
  mostAtOnce: 20,
  mostBytesAtOnce: 600_000_000,
}

const GIB = 1024 ** 3

/** Files of whoever holds a drop box: the box says how many, how large and until when. */
export const DROP: UploadPurpose = {
  owners: ['anonymous'],
  mostBytes: 4 * GIB,
  mostAtOnce: 1_000,
  mostBytesAtOnce: 100 * GIB,
}
