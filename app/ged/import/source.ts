import type { Readable } from 'node:stream'
import type { DomainError } from '#lib/errors'

/** What a source says of a document by itself: the subject and the day of a message. */
export interface OwnWords {
  title?: string
  /** AAAA-MM-JJ */
  date?: string
  type?: string
  fields?: Record<string, string>
}

/** One thing of a source, in the order in which it is imported. */
export interface SourceEntry {
  /** From the root of the source, with `/`; unique there. */
  path: string
  /** The folders above it, then its own name, each as it was given. */
  names: string[]
  kind: 'folder' | 'file'
  /** In octets; 0 for a folder. */
  size: number
  open(): Promise<Readable>
  own?: OwnWords
  /** Why it is not taken. */
  fault?: DomainError
}

/** What is imported: a folder, a ZIP, a message or one file. */
export interface Source {
  entries(): AsyncIterable<SourceEntry>
  close(): Promise<void>
}
