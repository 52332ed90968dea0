import { randomBytes } from 'node:crypto'
import { sealPli, type Bytes } from '#lib/sealing'
import { lanes } from '../uploads/lanes.js'
import { OPEN_TENDER, type Tenders } from './dataset.js'
import { p95, timed } from './figures.js'
import { newDigest } from './keys.js'

const FILE_BYTES = 256 * 1024
const AT_ONCE = 32
const READERS = 4
const API = '/api/v1/procurement'

/**
 * Each who answers begins, sends its pieces and deposits, many at once, while the public page of the
 * tender is read. The receipt is timed; so are the same PUTs to a server that hashes and writes.
 * Lost: a receipt whose pli is not there afterwards.
 */
export async function lastMinutes(
  urls: { ours: string; bare: string },
  { trousseau, tokens }: Tenders,
  deposits: number
) {
  const receipts: number[] = []
  let refused = 0
  const refuse = ({ status, body }: { status: number; body: { detail?: string } }) => {
    if (refused++ === 0) console.error(`Refusé (${status}) : ${body.detail}`)
  }
  const kept: { token: string; pli: string; digest: string }[] = []
  const reading = readPages(`${urls.ours}${API}/consultations/${OPEN_TENDER}`)
  await lanes(deposits, AT_ONCE, async (rank) => {
    const token = tokens[rank]
    const begun = await ask('POST', `${urls.ours}${API}/plis`, token, { consultation: OPEN_TENDER })
    if (begun.status !== 201) return refuse(begun)
    const { id: pli } = begun.body
    const { pieces, manifest, digest } = await sealed(trousseau, pli)
    const address = `${urls.ours}${API}/plis/${pli}`
    for (const { sha256, bytes } of pieces) {
      const put = await ask('PUT', `${address}/pieces/${sha256}`, token, bytes)
      if (put.status !== 201) refuse(put)
    }
    const { ms, made } = await timed(() =>
      ask('POST', `${address}/scellement`, token, { manifest })
    )
    receipts.push(ms)
    if (made.status === 201) kept.push({ token, pli, digest })
    else refuse(made)
  })
  await reading.stop()
  let lost = 0
  for (const { token, pli } of kept) {
    const { body } = await ask('GET', `${urls.ours}${API}/plis/${pli}`, token)
    if (body.state !== 'scelle') lost++
  }
  return {
    ...{ deposits, bytesEach: 2 * FILE_BYTES, lost, refused },
    receiptP95Ms: p95(receipts),
    bareP95Ms: p95(await barePuts(urls.bare, deposits)),
  }
}

async function barePuts(url: string, deposits: number): Promise<number[]> {
  const times: number[] = []
  const bytes = randomBytes(FILE_BYTES + 28)
  await lanes(deposits, AT_ONCE, async () => {
    for (let count = 0; count < 2; count++) {
      const { ms } = await timed(() =>
        fetch(url, { method: 'PUT', body: bytes }).then((one) => one.text())
      )
      times.push(ms)
    }
  })
  return times
}

/** Seals two envelopes in memory: their pieces by their digests. */
async function sealed(trousseau: Tenders['trousseau'], pli: string) {
  const written: Bytes[] = []
  const sink = { append: async (_path: string, bytes: Bytes) => void written.push(bytes) }
  const envelopes = trousseau.envelopes.map((name) => ({ name, files: [noise()] }))
  const made = await sealPli({ trousseau, pli, envelopes }, sink, newDigest)
  const manifest = new TextDecoder().decode(made.manifest)
  // A sink is handed a nonce, then what it opened
  const pieces = written.flatMap((nonce, at) => {
    if (at % 2 === 1) return []
    const bytes = Buffer.concat([nonce, written[at + 1]])
    const hash = newDigest()
    hash.update(bytes)
    return [{ sha256: hash.digest(), bytes }]
  })
  return { manifest, pieces, digest: made.digest }
}

function noise() {
  const bytes = randomBytes(FILE_BYTES)
  const read = async function* () {
    yield bytes
  }
  return { name: 'memoire.pdf', size: bytes.length, read }
}

async function ask(method: string, url: string, token: string, sent?: object) {
  const isBytes = sent instanceof Uint8Array
  const answer = await fetch(url, {
    method,
    headers: {
      'authorization': `Bearer ${token}`,
      'content-type': isBytes ? 'application/octet-stream' : 'application/json',
    },
    body: isBytes ? (sent as unknown as BodyInit) : sent && JSON.stringify(sent),
  })
  return { status: answer.status, body: (await answer.json()) as any }
}

/** Reads a page again and again until it is stopped. */
function readPages(url: string) {
  let isOver = false
  const readers = Array.from({ length: READERS }, async () => {
    while (!isOver) await fetch(url).then((answer) => answer.text())
  })
  return {
    stop: async () => {
      isOver = true
      await Promise.all(readers)
    },
  }
}
