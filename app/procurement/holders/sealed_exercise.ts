import { createHash } from 'node:crypto'
import {
  base64url,
  buildTrousseau,
  fromBase64url,
  keysFromShares,
  openPli,
  parseTrousseau,
  sealPli,
  type Bytes,
  type PliFolder,
  type RunningDigest,
  type Trousseau,
} from '#lib/sealing'
import { uuidv7 } from '#lib/values'
import { HoldersMissing } from '../errors.js'
import type Holder from './holder.js'

const THRESHOLD = 2
const MOST_HOLDERS = 16
const ENVELOPE = 'offre'
const TEXT = 'Exercice d’ouverture : les clés de ces porteurs ouvrent encore.'

const newDigest = (): RunningDigest => {
  const hash = createHash('sha256')
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') }
}

/** A pli of one small file, sealed for these holders. @throws E_HOLDERS_MISSING */
export async function sealedExercise(living: Holder[]) {
  const holders = living.slice(0, MOST_HOLDERS)
  const missing = THRESHOLD + 1 - holders.length
  if (missing > 0) throw new HoldersMissing(`${missing} personne(s) de plus`)
  const bytes = await buildTrousseau({
    tender: uuidv7(),
    envelopes: [ENVELOPE],
    threshold: THRESHOLD,
    holders: holders.map(({ handle, publicKey }) => ({
      id: handle,
      publicKey: fromBase64url(publicKey)!,
    })),
  })
  const trousseau = await parseTrousseau(bytes)
  const held = new Map<string, Buffer>()
  const sink = {
    append: async (path: string, part: Bytes) =>
      void held.set(path, Buffer.concat([held.get(path) ?? Buffer.alloc(0), part])),
  }
  const content = Buffer.from(TEXT, 'utf8')
  const read = async function* () {
    yield content
  }
  const envelopes = [
    { name: ENVELOPE, files: [{ name: 'exercice.txt', size: content.length, read }] },
  ]
  const { manifest } = await sealPli({ trousseau, pli: uuidv7(), envelopes }, sink, newDigest)
  const text = new TextDecoder()
  return {
    trousseau: text.decode(bytes),
    manifest: text.decode(manifest),
    pieces: Object.fromEntries([...held].map(([path, part]) => [path, base64url(part)])),
  }
}

/** A pli as an exercise keeps it; shares and pieces in base64url. */
interface KeptExercise {
  manifest: string
  pieces: Record<string, string>
  shares: Record<string, string>
}

/** Opens it whole with the shares that were given. @throws SealingRefused */
export async function openedText(exercise: KeptExercise, trousseau: Trousseau): Promise<string> {
  const shares = Object.values(exercise.shares).map((text) => fromBase64url(text)!)
  let text = ''
  await openPli(
    { folder: folderOf(exercise), trousseau },
    (place, envelope) => keysFromShares(place, envelope, shares, trousseau.threshold),
    { append: async (_envelope, _name, part) => void (text += new TextDecoder().decode(part)) },
    newDigest
  )
  return text
}

function folderOf({ manifest, pieces }: KeptExercise): PliFolder {
  const held = new Map<string, Bytes>(
    Object.entries(pieces).map(([path, text]) => [path, fromBase64url(text)!])
  )
  held.set('pli.json', new TextEncoder().encode(manifest))
  return {
    files: async () => [...held].map(([path, { length: size }]) => ({ path, size })),
    read: async (path, from, length) => held.get(path)!.slice(from, from + length),
  }
}
