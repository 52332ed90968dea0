import { createHash, X509Certificate } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { BundleRejected, parseSealKeys, type MeasureFile, type SealKey } from '#lib/proof'

/** Nothing is there, or what is there is a folder. */
const NO_FILE = ['ENOENT', 'EISDIR', 'ENOTDIR']

/** Size and digest of a file of that folder; null when it is not there. */
export function measureIn(dir: string): MeasureFile {
  return async (name) => {
    const hash = createHash('sha256')
    let size = 0
    try {
      await pipeline(createReadStream(join(dir, name)), async (source: AsyncIterable<Buffer>) => {
        for await (const chunk of source) {
          hash.update(chunk)
          size += chunk.length
        }
      })
    } catch (error) {
      if (NO_FILE.includes((error as NodeJS.ErrnoException).code ?? '')) return null
      throw error
    }
    return { size, sha256: hash.digest('hex') }
  }
}

/** The bytes of a file that was named. @throws BundleRejected when it cannot be read */
export async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (!NO_FILE.includes(code ?? '')) throw error
    throw new BundleRejected(
      `« ${path} » n’est pas un fichier que l’on puisse lire depuis ${process.cwd()} : donnez son chemin complet.`
    )
  }
}

/** The public keys that were given, in PEM; a certificate gives its own. */
export async function readKeys(paths: string[]): Promise<SealKey[]> {
  const texts = await Promise.all(paths.map(read))
  return texts.flatMap((text) => parseSealKeys(text.toString('utf8')))
}

/** The root certificates that were given, in DER. @throws BundleRejected when a file holds none */
export async function readAnchors(paths: string[]): Promise<Buffer[]> {
  const texts = await Promise.all(paths.map(read))
  const certificates = texts
    .join('\n')
    .match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)
  if (paths.length > 0 && !certificates)
    throw new BundleRejected('Aucun certificat dans --anchors.')
  return (certificates ?? []).map((pem) => new X509Certificate(pem).raw)
}
