import type { Readable } from 'node:stream'
import yazl from 'yazl'

/** A file of an archive, opened when its turn comes, so that few streams are open. */
export interface ZippedFile {
  /** With `/` between folders; never absolute. */
  path: string
  /** In bytes. */
  size: number
  open(): Promise<Readable>
}

/**
 * Files as one ZIP, streamed. They are stored and not pressed: PDFs are deflated already. A file
 * that breaks breaks the archive before its end, which then passes for none. `folders` stand there
 * even with nothing in them.
 */
export function zipOf(files: ZippedFile[], at: Date, folders: string[] = []): Readable {
  const zip = new yazl.ZipFile()
  for (const path of folders) zip.addEmptyDirectory(path, { mtime: at })
  for (const { path, size, open } of files) {
    const options = { mtime: at, mode: 0o100644, compress: false, size }
    addOpened(zip, path, options, open)
  }
  return streamOf(zip)
}

/** Adds a file that is opened when its turn comes. */
export function addOpened(
  zip: yazl.ZipFile,
  path: string,
  options: Partial<yazl.ReadStreamOptions>,
  open: () => Promise<Readable>
): void {
  zip.addReadStreamLazy(path, options, (deliver) => {
    open().then(
      (stream) => deliver(null, stream),
      (error) => deliver(error, undefined as never)
    )
  })
}

/** Ends an archive, and gives its bytes as they come; a file that breaks breaks them. */
export function streamOf(zip: yazl.ZipFile): Readable {
  const output = zip.outputStream as Readable
  zip.on('error', (error) => output.destroy(error as Error))
  zip.end()
  return output
}
