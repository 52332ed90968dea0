import { textOf, utf8, type Bytes } from './bytes.js'
import { LIST_BYTES } from './envelope_keys.js'
import { faultOfName, namesThatMeet } from './names.js'
import { demand } from './refused.js'
import { hasOnly, isDigest, isListOf, isText } from './shapes.js'

/** A file as the list of its envelope names it (FORMAT §4). */
export interface ListedFile {
  id: string
  name: string
  /** Of the plain file, in hexadecimal. */
  sha256: string
  /** Of the plain file, in bytes. */
  size: number
}

/** The plain list, filled with spaces. */
export function buildList(files: ListedFile[]): Bytes {
  const listed = files.map(({ id, name, sha256, size }) => ({ id, name, sha256, size }))
  const text = utf8(JSON.stringify({ files: listed }))
  const filled = new Uint8Array(Math.ceil(text.length / LIST_BYTES) * LIST_BYTES).fill(0x20)
  filled.set(text)
  return filled
}

/** Reads a plain list, its names judged. @throws SealingRefused */
export function parseList(plain: Uint8Array, envelope: string): ListedFile[] {
  const files = read(plain)
  demand(files !== null, 'list', `La liste des fichiers de l’enveloppe ${envelope} ne se lit pas.`)
  for (const { name } of files) {
    const fault = faultOfName(name)
    demand(fault === null, 'name', `Un nom de fichier de l’enveloppe ${envelope} ${fault}.`)
  }
  const met = namesThatMeet(files.map(({ name }) => name))
  demand(met === null, 'name', `Deux fichiers de l’enveloppe ${envelope} prennent le même nom.`)
  return files
}

function read(plain: Uint8Array): ListedFile[] | null {
  try {
    const list: unknown = JSON.parse(textOf(plain))
    return hasOnly(list, ['files']) && isListOf(list.files, isListed) ? list.files : null
  } catch {
    return null
  }
}

const isListed = (one: unknown): one is ListedFile =>
  hasOnly(one, ['id', 'name', 'sha256', 'size']) &&
  isText(one.id, /^[0-9a-f]{32}$/) &&
  typeof one.name === 'string' &&
  isDigest(one.sha256) &&
  Number.isSafeInteger(one.size) &&
  (one.size as number) >= 0
