import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'
import { openSipFile } from '#app/archiving/gateways/sip_file'
import { sampleTransfer, sipOf } from './sample_transfer.js'

/** The files of a package by their paths. */
export type Files = Map<string, Buffer>

/** The files of the sample package, to be altered before they are packed again. */
export async function sampleFiles(
  change: Parameters<typeof sampleTransfer>[0] = {}
): Promise<Files> {
  const sip = await openSipFile(await sipOf(sampleTransfer(change)))
  const files: Files = new Map()
  for (const path of sip.files.keys()) files.set(path, await sip.read(path, 1024 ** 2))
  sip.close()
  return files
}

export async function zipOf(files: Iterable<[string, Buffer]>, mode = 0o100644): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [path, bytes] of files) zip.addBuffer(bytes, path, { mode })
  zip.end()
  return buffer(zip.outputStream as NodeJS.ReadableStream)
}

/** Replaces a text of the manifest, which must be there. */
export function rewrite(files: Files, from: string | RegExp, to: string): void {
  const manifest = files.get('manifest.xml')!.toString()
  const written = manifest.replace(from, to)
  if (written === manifest) throw new Error(`The manifest does not contain ${from}`)
  files.set('manifest.xml', Buffer.from(written))
}

/** The path of the first file under content/. */
export function firstContent(files: Files): string {
  return [...files.keys()].find((path) => path.startsWith('content/'))!
}
