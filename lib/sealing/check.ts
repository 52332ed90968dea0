import { sha256Hex } from './bytes.js'
import { CheckedReading, type PliFolder } from './checked_reading.js'
import { parseManifest, type Manifest, type Measured } from './manifest.js'
import { demand } from './refused.js'
import type { Trousseau } from './trousseau.js'

const MANIFEST = 'pli.json'
/** The bidder's own, which may lie beside what was sealed and is never sent. */
const BIDDER_KEY = 'cle.json'
/** Ten gigabytes in pieces make a manifest of half a megabyte. */
const MOST_MANIFEST_BYTES = 32 * 1024 * 1024

export interface CheckedPli {
  manifest: Manifest
  /** SHA-256 of `pli.json`. */
  digest: string
  /** Files and bytes as they lie there, encrypted. */
  files: number
  bytes: number
}

/** What a manifest announces, found there with its size; the bytes themselves are not read yet. */
export interface AnnouncedPli {
  manifest: Manifest
  /** SHA-256 of `pli.json`. */
  digest: string
  /** Pieces by the path of their file. */
  expected: Map<string, Measured[]>
}

/**
 * What anybody may check without a key (FORMAT §8). With `only`, the files of the other envelopes
 * are left out: one that is damaged must not keep the others from being opened.
 * @throws SealingRefused
 */
export async function checkPli(
  folder: PliFolder,
  trousseau: Trousseau,
  only?: string
): Promise<CheckedPli> {
  const { manifest, digest, expected } = await announcedIn(folder, trousseau, only)
  const reading = new CheckedReading(folder)
  const checked = [...expected].filter(([path]) => isAsked(path, only))
  for (const [path, pieces] of checked) await checkFile(reading, path, pieces)
  return {
    manifest,
    digest,
    files: manifest.envelopes.reduce((sum, { files }) => sum + files.length, 0),
    bytes: [...expected.values()].flat().reduce((sum, piece) => sum + piece.size, 0),
  }
}

/** Reads the manifest, and finds all that it announces and nothing else. @throws SealingRefused */
export async function announcedIn(
  folder: PliFolder,
  trousseau: Trousseau,
  only?: string
): Promise<AnnouncedPli> {
  const found = new Map((await folder.files()).map(({ path, size }) => [path, size]))
  const size = found.get(MANIFEST)
  demand(
    size !== undefined,
    'missing-file',
    'Ce dossier n’a pas de pli.json : ce n’est pas un pli.'
  )
  demand(size <= MOST_MANIFEST_BYTES, 'malformed', 'Le manifeste de ce pli est trop long.')
  const bytes = await folder.read(MANIFEST, 0, size)
  const manifest = parseManifest(bytes, trousseau)
  const expected = expectedFiles(manifest)
  checkPresence(found, expected, only)
  return { manifest, digest: await sha256Hex(bytes), expected }
}

const isAsked = (path: string, only?: string) => only === undefined || path.startsWith(`${only}/`)

const expectedFiles = ({ envelopes }: Manifest): Map<string, Measured[]> =>
  new Map(
    envelopes.flatMap(({ name, list, files }) => [
      [`${name}/list.bin`, [list]] as const,
      ...files.map(({ id, pieces }) => [`${name}/${id}.bin`, pieces] as const),
    ])
  )

function checkPresence(
  found: Map<string, number>,
  expected: Map<string, Measured[]>,
  only?: string
): void {
  for (const [path, pieces] of expected) {
    if (!isAsked(path, only)) continue
    const size = found.get(path)
    demand(size !== undefined, 'missing-file', `Il manque ${path} dans ce pli.`)
    const announced = pieces.reduce((sum, piece) => sum + piece.size, 0)
    demand(
      size === announced,
      'altered-file',
      `${path} n’a pas la taille que le manifeste annonce.`
    )
  }
  for (const path of found.keys()) {
    const isKnown = expected.has(path) || path === MANIFEST || path === BIDDER_KEY
    demand(isKnown, 'extra-file', 'Ce pli contient un fichier que son manifeste n’annonce pas.')
  }
}

async function checkFile(reading: CheckedReading, path: string, pieces: Measured[]): Promise<void> {
  let from = 0
  for (const piece of pieces) {
    await reading.judge(path, piece, await reading.bytes(path, from, piece))
    from += piece.size
  }
}
