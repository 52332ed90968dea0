import { joined, textOf, utf8, type Bytes } from './bytes.js'
import { openPli } from './open.js'
import type { OpenedSink } from './open_file.js'
import { keysFromHolders } from './recover.js'
import { demand } from './refused.js'
import { sealPli } from './seal.js'
import type { RunningDigest } from './sha256.js'
import { ELSEWHERE } from './trial.js'
import { buildTrousseau, parseTrousseau } from './trousseau.js'
import { newKeyPair } from './x25519.js'

const TEXT = 'Ce qui est scellé ici se rouvre.'
const TENDER = '00000000-0000-4000-8000-000000000001'
const PLI = '00000000-0000-4000-8000-000000000002'

/**
 * Seals a text for holders that exist the time of the trial, and opens it with two of them: whether
 * this machine does all that a pli asks, before anything of a bidder is sealed (OE-03).
 * @throws SealingRefused
 */
export async function tryThisMachine(newDigest: () => RunningDigest): Promise<void> {
  const opened = await roundTrip(newDigest).catch(() => null)
  demand(
    opened === TEXT,
    'trial',
    `Ce navigateur ne sait pas sceller un pli qui s’ouvre : ${ELSEWHERE}`
  )
}

async function roundTrip(newDigest: () => RunningDigest): Promise<string> {
  const pairs = []
  for (const id of ['a', 'b', 'c']) pairs.push({ id, ...(await newKeyPair()) })
  const asked = { tender: TENDER, envelopes: ['offre'], threshold: 2, holders: pairs }
  const trousseau = await parseTrousseau(await buildTrousseau(asked))
  const held = new Map<string, Bytes>()
  const keep = (path: string, bytes: Bytes) =>
    void held.set(path, joined(held.get(path) ?? '', bytes))
  const bytes = utf8(TEXT)
  const read = async function* () {
    yield bytes
  }
  const envelopes = [{ name: 'offre', files: [{ name: 'essai.txt', size: bytes.length, read }] }]
  const put = { append: async (path: string, part: Bytes) => keep(path, part) }
  const { manifest } = await sealPli({ trousseau, pli: PLI, envelopes }, put, newDigest)
  keep('pli.json', manifest)
  const folder = {
    files: async () => [...held].map(([path, { length: size }]) => ({ path, size })),
    read: async (path: string, from: number, length: number) =>
      held.get(path)!.slice(from, from + length),
  }
  let text = ''
  const sink: OpenedSink = {
    append: async (_envelope, _name, part) => void (text += textOf(part)),
  }
  const two = pairs.slice(1).map(({ id: holder, privateKey }) => ({ holder, privateKey }))
  await openPli(
    { folder, trousseau },
    (place, envelope) => keysFromHolders(place, envelope, two, 2),
    sink,
    newDigest
  )
  return text
}
