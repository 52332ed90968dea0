import { buffer } from 'node:stream/consumers'
import yazl from 'yazl'

/** Some files in one ZIP. */
export function zipped(files: { name: string; bytes: Buffer }[]): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const { name, bytes } of files) zip.addBuffer(bytes, name)
  zip.end()
  return buffer(zip.outputStream)
}
