import { announcedIn } from './check.js'
import { CheckedReading, type PliFolder } from './checked_reading.js'
import type { EnvelopeKeys } from './envelope_keys.js'
import { parseList, type ListedFile } from './list.js'
import type { SealedEnvelope } from './manifest.js'
import { openFile, type OpenedSink } from './open_file.js'
import { demand } from './refused.js'
import type { RunningDigest } from './sha256.js'
import type { Trousseau } from './trousseau.js'

export interface OpenedEnvelope {
  name: string
  files: ListedFile[]
}

export interface OpenedPli {
  pli: string
  tender: string
  digest: string
  envelopes: OpenedEnvelope[]
}

/** Finds the keys of an envelope. @throws SealingRefused */
export type Recovery = (
  place: { tender: string; pli: string; envelope: string },
  envelope: SealedEnvelope
) => Promise<EnvelopeKeys>

/**
 * Opens all the envelopes of a pli, or `only` one, each piece checked (FORMAT §8) as it is deciphered:
 * its bytes are read once. @throws SealingRefused
 */
export async function openPli(
  { folder, trousseau, only }: { folder: PliFolder; trousseau: Trousseau; only?: string },
  recover: Recovery,
  sink: OpenedSink,
  newDigest: () => RunningDigest
): Promise<OpenedPli> {
  const { manifest, digest } = await announcedIn(folder, trousseau, only)
  const reading = new CheckedReading(folder)
  const { pli, tender } = manifest
  const asked = manifest.envelopes.filter(({ name }) => only === undefined || name === only)
  demand(asked.length > 0, 'envelope', `Ce pli ne contient pas d’enveloppe « ${only} ».`)
  const envelopes: OpenedEnvelope[] = []
  const recovered = (at: number) => {
    const envelope = asked[at]
    const keys = envelope && recover({ tender, pli, envelope: envelope.name }, envelope)
    keys?.catch(() => undefined) // heard when its turn comes
    return keys
  }
  let next = recovered(0)
  for (const [at, envelope] of asked.entries()) {
    const keys = await next
    next = recovered(at + 1)
    const files = await openList(reading, envelope, keys)
    for (const listed of files) {
      const file = envelope.files.find(({ id }) => id === listed.id)!
      await openFile({ reading, keys, sink, envelope: envelope.name }, file, listed, newDigest())
    }
    envelopes.push({ name: envelope.name, files })
  }
  return { pli, tender, digest, envelopes }
}

/** The list of an envelope, which names the files of the manifest and no other. */
async function openList(
  reading: CheckedReading,
  envelope: SealedEnvelope,
  keys: EnvelopeKeys
): Promise<ListedFile[]> {
  const { name, list, files } = envelope
  const path = `${name}/list.bin`
  const bytes = await reading.bytes(path, 0, list)
  await reading.judge(path, list, bytes)
  const plain = await keys.openList(bytes)
  demand(
    plain !== null,
    'altered-list',
    `La liste des fichiers de l’enveloppe ${name} a été altérée.`
  )
  const listed = parseList(plain, name)
  const ids = new Set(listed.map(({ id }) => id))
  demand(
    ids.size === listed.length &&
      listed.length === files.length &&
      files.every(({ id }) => ids.has(id)),
    'list',
    `La liste de l’enveloppe ${name} ne nomme pas les fichiers que le pli contient.`
  )
  return listed
}
