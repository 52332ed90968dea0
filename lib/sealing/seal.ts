import type { BegunPli } from './begun_pli.js'
import { randomBytes, sha256Hex, type Bytes } from './bytes.js'
import { buildManifest, type SealedEnvelope } from './manifest.js'
import { faultOfName, namesThatMeet } from './names.js'
import { demand, SealingRefused } from './refused.js'
import { sealEnvelope } from './seal_envelope.js'
import type { PlainFile, PliSink } from './seal_file.js'
import type { RunningDigest } from './sha256.js'
import type { Trousseau } from './trousseau.js'

export type { PlainFile, PliSink } from './seal_file.js'

/** What is sealed, and under which keys. `begun` is what an earlier sealing of the same pli left. */
export interface Sealing {
  trousseau: Trousseau
  pli: string
  envelopes: PlainEnvelope[]
  begun?: BegunPli
  /** Whether all that is sealed is opened again before it is handed over. */
  isTried?: boolean
}

export interface PlainEnvelope {
  name: string
  files: PlainFile[]
}

/** What came of a sealing. `manifest` are the bytes of `pli.json`. */
export interface SealedPli {
  manifest: Bytes
  /** SHA-256 of the manifest. */
  digest: string
  deks: Map<string, Bytes>
  files: number
  /** Of the plain files. */
  bytes: number
}

/** Seals the files of a pli into a sink, all but `pli.json` and the bidder's key. @throws SealingRefused */
export async function sealPli(
  { trousseau, pli, envelopes, begun, isTried }: Sealing,
  sink: PliSink,
  newDigest: () => RunningDigest
): Promise<SealedPli> {
  checkBefore(trousseau, envelopes)
  const sealed: SealedEnvelope[] = []
  const deks = new Map<string, Bytes>()
  // In the trousseau's order, whatever the order in which they were given.
  for (const name of trousseau.envelopes) {
    const envelope = envelopes.find((one) => one.name === name)
    if (!envelope) continue
    const dek = begun?.deks.get(name) ?? randomBytes(32)
    deks.set(name, dek)
    begun?.deks.set(name, dek)
    const place = { tender: trousseau.tender, pli, envelope: name }
    sealed.push(
      await sealEnvelope({ place, dek, trousseau, begun, isTried }, envelope.files, sink, newDigest)
    )
  }
  const { tender, fingerprint } = trousseau
  const manifest = buildManifest({ envelopes: sealed, pli, tender, trousseau: fingerprint })
  const files = envelopes.flatMap((one) => one.files)
  return {
    manifest,
    digest: await sha256Hex(manifest),
    deks,
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
  }
}

/** What can be refused before a byte is read: names, and envelopes. */
function checkBefore(trousseau: Trousseau, envelopes: PlainEnvelope[]): void {
  const names = envelopes.map(({ name }) => name)
  demand(names.length > 0, 'no-envelope', 'Un pli contient au moins une enveloppe.')
  demand(
    new Set(names).size === names.length,
    'envelope',
    'La même enveloppe est donnée deux fois.'
  )
  for (const { name, files } of envelopes) {
    demand(
      trousseau.envelopes.includes(name),
      'envelope',
      `Cette consultation n’attend pas d’enveloppe « ${name} » : elle attend ${trousseau.envelopes.join(', ')}.`
    )
    demand(files.length > 0, 'empty-envelope', `L’enveloppe ${name} ne contient aucun fichier.`)
    for (const file of files) {
      const fault = faultOfName(file.name)
      demand(fault === null, 'name', `Le nom « ${file.name} » ${fault} : renommez ce fichier.`)
    }
    const met = namesThatMeet(files.map((file) => file.name))
    if (met)
      throw new SealingRefused(
        'name',
        `« ${met[0]} » et « ${met[1]} » ne peuvent tenir dans un même dossier.`
      )
  }
}
