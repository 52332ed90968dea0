import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sealPli, type Trousseau } from '#lib/sealing'
import { file, Memory, newDigest } from '../lib/sealing/memory.js'
import type { StormCompany } from './deposit_base.js'

const API = '/api/v1/procurement'
const ANSWER_LIMIT_MS = 20_000
const GIVES_UP_MS = 240_000

/** Where plis go. */
export interface Storm {
  url: string
  consultation: string
  trousseau: Trousseau
}

/** A pli whose pieces have come, and what its company knows of it. */
export interface StormPli {
  pli: string
  siret: string
  digest: string
  /** SHA-256 of the plain files, by `envelope/name`. */
  documents: Record<string, string>
  /** Presses « Déposer » until it is answered; `onAsked` is called once it was asked for the first time. */
  deposit(onAsked?: () => void): Promise<{ status: number; receipt: any }>
  /** Asks for it, and goes away without hearing the answer. */
  depositAndLeave(): Promise<void>
}

/** Seals two envelopes and sends their pieces, again and again until each has come. */
export async function sends(
  { url, consultation, trousseau }: Storm,
  { siret, token }: StormCompany
): Promise<StormPli> {
  const ask = asking(url, token)
  const key = randomUUID()
  const begun = await ask('POST', '/plis', JSON.stringify({ consultation }), key)
  const pli: string = begun.body.id
  const texts = {
    'candidature': { 'DC1.txt': `Nous sommes ${siret}` },
    'offre-1': { 'Mémoire technique.txt': `${siret} propose ${randomUUID()}` },
  }
  const { manifest, digest, pieces } = await sealed(trousseau, pli, texts)
  for (const { sha256, bytes } of pieces) await ask('PUT', `/plis/${pli}/pieces/${sha256}`, bytes)
  const address = `/plis/${pli}/scellement`
  const body = JSON.stringify({ manifest })
  return {
    ...{ pli, siret, digest, documents: digestsOf(texts) },
    async deposit(onAsked) {
      const { status, body: receipt } = await ask('POST', address, body, undefined, onAsked)
      return { status, receipt }
    },
    async depositAndLeave() {
      const leaving = new AbortController()
      const asked = once(url, token, { method: 'POST', path: address, body }, leaving.signal)
      await sleep(5)
      leaving.abort()
      await asked.catch(() => undefined) // nobody is there to hear
    },
  }
}

/** Asks as a program does that no cut stops: what was not answered, or badly by our fault, is asked again. */
function asking(url: string, token: string) {
  return async (
    method: string,
    path: string,
    body: string | Buffer,
    key?: string,
    onAsked?: () => void
  ) => {
    const limit = Date.now() + GIVES_UP_MS
    for (let attempt = 0; ; attempt++) {
      const asked = once(url, token, { method, path, body, key })
      if (attempt === 0) onAsked?.()
      const answer = await asked.catch((error: Error) => ({ status: 0, body: String(error) }))
      if (answer.status >= 200 && answer.status < 300) return answer
      const isTheirs = answer.status >= 400 && answer.status < 500
      if (isTheirs || Date.now() > limit)
        throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
      await sleep(200)
    }
  }
}

interface Call {
  method: string
  path: string
  body: string | Buffer
  key?: string
}

async function once(
  url: string,
  token: string,
  { method, path, body, key }: Call,
  leaving?: AbortSignal
): Promise<{ status: number; body: any }> {
  const response = await fetch(`${url}${API}${path}`, {
    method,
    headers: {
      'authorization': `Bearer ${token}`,
      'content-type': typeof body === 'string' ? 'application/json' : 'application/octet-stream',
      ...(key && { 'idempotency-key': key }),
    },
    body: typeof body === 'string' ? body : new Uint8Array(body),
    signal: leaving ?? AbortSignal.timeout(ANSWER_LIMIT_MS),
  })
  return { status: response.status, body: await response.json() }
}

type Texts = Record<string, Record<string, string>>

/** Seals texts in memory: the manifest, and the pieces by their digests. */
async function sealed(trousseau: Trousseau, pli: string, texts: Texts) {
  const folder = new Memory()
  const envelopes = Object.entries(texts).map(([name, files]) => ({
    name,
    files: Object.entries(files).map(([path, text]) => file(path, text)),
  }))
  const made = await sealPli({ trousseau, pli, envelopes }, folder, newDigest)
  // Each file is smaller than a piece: it is one
  const pieces = [...folder.held.values()].map((held) => {
    const bytes = Buffer.from(held)
    return { bytes, sha256: sha256(bytes) }
  })
  return { manifest: new TextDecoder().decode(made.manifest), digest: made.digest, pieces }
}

const digestsOf = (texts: Texts) =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([envelope, files]) =>
      Object.entries(files).map(([name, text]) => [`${envelope}/${name}`, sha256(text)])
    )
  )

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')
