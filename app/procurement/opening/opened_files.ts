import { PassThrough } from 'node:stream'
import { DocumentInfected, documents, type StoredDocument } from '#kernel/documents'
import type { Bytes, OpenedSink } from '#lib/sealing'
import { LIMITS } from '../rules/choices.js'

interface OpenedFile {
  envelope: string
  name: string
  document: StoredDocument
}

/**
 * Where what is opened goes: documents of the tenant in context, each scanned as it comes: before
 * the hour nobody could. One that holds a virus is not kept, and the rest is.
 */
export class OpenedFiles implements OpenedSink {
  /** A copy goes to the store. */
  readonly keepsNothing = true
  readonly files: OpenedFile[] = []
  readonly infected: string[] = []
  #open: { envelope: string; name: string; bytes: PassThrough; kept: Promise<void> } | null = null

  async append(envelope: string, name: string, bytes: Bytes): Promise<void> {
    if (this.#open?.name !== name || this.#open.envelope !== envelope) {
      await this.end()
      this.#begin(envelope, name)
    }
    const { bytes: stream, kept } = this.#open!
    if (stream.write(Buffer.from(bytes))) return
    // What fails to keep it drains nothing: a disk that is full would be waited for without end
    const drained = new Promise<void>((resolve) => stream.once('drain', resolve))
    await Promise.race([drained, kept])
  }

  /** Waits until the last file is kept. */
  async end(): Promise<void> {
    this.#open?.bytes.end()
    const { kept } = this.#open ?? {}
    this.#open = null
    await kept
  }

  /** Gives up the file that is on its way. */
  async abandon(): Promise<void> {
    this.#open?.bytes.destroy(new Error('the envelope was refused'))
    await this.#open?.kept.catch(() => undefined) // what refused the envelope is what is told
    this.#open = null
  }

  #begin(envelope: string, name: string): void {
    const bytes = new PassThrough()
    const kept = this.#keep(envelope, name, bytes)
    kept.catch(() => undefined) // heard at the end of the file
    this.#open = { envelope, name, bytes, kept }
  }

  async #keep(envelope: string, name: string, bytes: PassThrough): Promise<void> {
    try {
      const last = name.split('/').at(-1)!
      const document = await documents.store(bytes, { name: last, maxBytes: LIMITS.fileBytes })
      this.files.push({ envelope, name, document })
    } catch (error) {
      if (!(error instanceof DocumentInfected)) throw error
      this.infected.push(name)
    }
  }
}
