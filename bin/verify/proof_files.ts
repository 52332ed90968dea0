import { createHash, X509Certificate } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { access, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import {
  BundleRejected,
  parseSealKeys,
  type MeasureFile,
  type ReadLog,
  type SealKey,
} from '#lib/proof'

/** Nothing is there, what is there is a folder, or no file can bear that name. */
const NO_FILE = ['ENOENT', 'EISDIR', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG']
/** A bundle is text: one of that size was not made by us. */
const LARGEST_BUNDLE = 256 * 1024 * 1024

/**
 * Whether a file is there. What is no file (a pipe, a device under a link that came in a zip) is
 * never opened: it would be read for ever. Throws BundleRejected when it may not be read.
 */
async function isThere(path: string, shown: string, most = Infinity): Promise<boolean> {
  try {
    const found = await stat(path)
    if (found.size > most) throw new BundleRejected(`« ${shown} » est trop lourd pour être lu.`)
    if (found.isFile()) await access(path, constants.R_OK)
    return found.isFile()
  } catch (error) {
    if (error instanceof BundleRejected) throw error
    if (NO_FILE.includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw new BundleRejected(`« ${shown} » est là, mais vos droits ne permettent pas de le lire.`)
  }
}

/** Size and digest of a file of that folder; null when it is not there. */
export function measureIn(dir: string): MeasureFile {
  return async (name) => {
    const path = join(dir, name)
    if (!(await isThere(path, name))) return null
    const hash = createHash('sha256')
    let size = 0
    await pipeline(createReadStream(path), async (source: AsyncIterable<Buffer>) => {
      for await (const chunk of source) {
        hash.update(chunk)
        size += chunk.length
      }
    })
    return { size, sha256: hash.digest('hex') }
  }
}

/** The text of a log of that folder; null when it is not there. @throws BundleRejected when it is too large */
export function logsIn(dir: string): ReadLog {
  return async (name) => {
    const path = join(dir, name)
    return (await isThere(path, name, LARGEST_BUNDLE)) ? readFile(path, 'utf8') : null
  }
}

/** The bytes of a file that was named. @throws BundleRejected when it cannot be read */
export async function read(path: string): Promise<Buffer> {
  if (await isThere(path, path, LARGEST_BUNDLE)) return readFile(path)
  throw new BundleRejected(
    `« ${path} » n’est pas un fichier que l’on puisse lire depuis ${process.cwd()} : donnez son chemin complet.`
  )
}

/** The bundle that was named: itself, or the `proof.json` of the folder that was. */
export async function proofAt(path: string): Promise<string> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false
  )
  return isFolder ? join(path, 'proof.json') : path
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
  try {
    return (certificates ?? []).map((pem) => new X509Certificate(pem).raw)
  } catch {
    throw new BundleRejected('Un certificat de --anchors est abîmé : demandez-le à nouveau.')
  }
}
