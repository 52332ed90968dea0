import type { Readable } from 'node:stream'

/** A file of a store, and what it weighs. */
export interface StoredFile {
  key: string
  bytes: number
}

/**
 * Where files rest under names like `t/…/…`: a folder, or an S3-compatible bucket. What is absent is
 * an error of which `code` or `name` is one of `GONE`.
 */
export interface Store {
  /** Keeps bytes, in one part or several, durably: who is answered after that finds them after a power cut. */
  put(key: string, bytes: Buffer | Iterable<Buffer>): Promise<void>
  /** Keeps a finished local file of `size` bytes, which leaves where it was. */
  putFile(key: string, path: string, size: number): Promise<void>
  get(key: string): Promise<Buffer>
  /** The same in memory that is lent; throws when the file does not fit. */
  getInto(key: string, room: Buffer): Promise<Buffer>
  /** The bytes of a file from `start` to `end` included; all of them unless said. */
  open(key: string, start?: number, end?: number): Promise<Readable>
  /** Removes a file; one that is not there does no harm. */
  remove(key: string): Promise<void>
  /** Removes all that stands under a folder, with the folder. */
  removeAll(folder: string): Promise<void>
  /** What stands under a folder, its folders included; the names of one are in memory at a time. */
  list(folder: string): AsyncGenerator<StoredFile>
  /** The names of the folders of a folder. */
  folders(folder: string): Promise<string[]>
  /** Whether it answers. */
  check(): Promise<void>
}

const GONE = ['ENOENT', 'NoSuchKey', 'NotFound', 'EISDIR', 'ENOTDIR', 'ELOOP']

/** Whether an error of a store says that the file is not there. */
export const isGone = (error: any): boolean =>
  [error, error?.cause].some((one) => GONE.includes(one?.code ?? one?.name))
