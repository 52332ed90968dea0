import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseTrousseau, sealPli, type Manifest, type RunningDigest } from '#lib/sealing'
import { plainFiles, PliOnDisk, WritingFolder } from '../../tenders/disk.js'
import { PageRefused, tokenOf } from '../page.js'
import { putBytes } from './asking.js'
import type { Bid, Company, SentPli } from './itinerary.js'

const newDigest = (): RunningDigest => {
  const hash = createHash('sha256')
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') }
}

/** Where a bid goes: the deposit page, and the keys that everybody reads. */
interface Destination {
  base: string
  trousseau: Uint8Array
  bids: string
}

/** Seals a bid on this side and sends its pieces; nothing is deposited yet. */
export async function sends(
  { base, trousseau: keys, bids }: Destination,
  company: Company,
  bid: Bid
): Promise<SentPli> {
  const { visitor } = company
  const token = tokenOf(await visitor.get(base))
  const { id: pli } = await visitor.json(`${base}/plis`, token, {})
  const trousseau = await parseTrousseau(new Uint8Array(keys))
  const envelopes = []
  for (const name of await readdir(join(bids, bid.folder)))
    envelopes.push({ name, files: await plainFiles(join(bids, bid.folder, name)) })
  const folder = await mkdtemp(join(tmpdir(), 'halle-pli-'))
  try {
    const sink = new WritingFolder(folder)
    const { manifest } = await sealPli({ trousseau, pli, envelopes }, sink, newDigest)
    await sink.close()
    const text = new TextDecoder().decode(manifest)
    await sendPieces(`${base}/plis/${pli}`, company, token, { folder, manifest: JSON.parse(text) })
    return { ...bid, pli, base, company, manifest: text, documents: await documentsOf(bids, bid) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function sendPieces(
  address: string,
  { visitor }: Company,
  token: string,
  { folder, manifest }: { folder: string; manifest: Manifest }
): Promise<void> {
  const disk = new PliOnDisk(folder)
  for (const { name, list, files } of manifest.envelopes) {
    const all = [
      { path: `${name}/list.bin`, pieces: [list] },
      ...files.map(({ id, pieces }) => ({ path: `${name}/${id}.bin`, pieces })),
    ]
    for (const { path, pieces } of all) {
      let from = 0
      for (const { sha256, size } of pieces) {
        const bytes = await disk.read(path, from, size)
        const status = await putBytes(visitor, `${address}/morceaux/${sha256}`, {
          token,
          body: bytes,
        })
        if (status !== 201 && status !== 200) throw new PageRefused(`Un morceau a reçu ${status}`)
        from += size
      }
    }
  }
  await disk.close()
}

/** What the depositor adds to her receipt: the server has seen neither names nor digests. */
async function documentsOf(bids: string, { folder }: Bid): Promise<SentPli['documents']> {
  const documents = []
  for (const envelope of await readdir(join(bids, folder)))
    for (const { name, size, read } of await plainFiles(join(bids, folder, envelope))) {
      const digest = newDigest()
      for await (const part of read()) digest.update(part as Uint8Array)
      documents.push({ envelope, name, size, sha256: digest.digest() })
    }
  return documents
}

/** Presses « Déposer »: gives the receipt, its list added. */
export async function deposits({ base, pli, company, manifest, documents }: SentPli): Promise<any> {
  const { visitor } = company
  const token = tokenOf(await visitor.get(base))
  const receipt = await visitor.json(`${base}/plis/${pli}/scellement`, token, { manifest })
  return { ...receipt, documents }
}
