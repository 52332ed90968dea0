import {
  createDecipheriv,
  createHash,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { keysFromHolders, openPli, sealPli } from '#lib/sealing'
import { uuidv7 } from '#lib/values'
import { PliOnDisk, WritingFolder } from '../../bin/tenders/disk.js'
import { round2, timed } from './figures.js'
import { benchKeys, newDigest } from './keys.js'

/** Small beside a bid, which weighs sixty megabytes on average. */
const FILE_BYTES = 2 * 1024 * 1024
const ENVELOPES = ['candidature', 'offre-1']
const ROUNDS = 3

/**
 * Plis of two envelopes opened from the disk with the keys of two holders, as the session and the
 * command do; next to the same cryptographic operations of OpenSSL in a loop: per envelope, two
 * exchanges of X25519 and their keys, two shares, the key of the list and of the file, both deciphered
 * and hashed before and after.
 */
export async function opening(folder: string, plis: number) {
  const { trousseau, held } = await benchKeys(uuidv7())
  const folders = []
  for (let count = 0; count < plis; count++) {
    const to = join(folder, `open-${count}`)
    const sink = new WritingFolder(to)
    const envelopes = ENVELOPES.map((name) => ({ name, files: [noise()] }))
    const sealed = await sealPli({ trousseau, pli: uuidv7(), envelopes }, sink, newDigest)
    await sink.append('pli.json', sealed.manifest)
    await sink.close()
    folders.push(to)
  }
  const [ours, bare]: number[][] = [[], []]
  const two = held.slice(0, 2)
  for (let round = 0; round < ROUNDS; round++) {
    bare.push((await timed(async () => folders.forEach(bareOpening))).ms)
    const { ms } = await timed(async () => {
      for (const path of folders) {
        const pli = new PliOnDisk(path)
        await openPli(
          { folder: pli, trousseau },
          (place, envelope) => keysFromHolders(place, envelope, two, trousseau.threshold),
          { append: async () => undefined, keepsNothing: true },
          newDigest
        )
        await pli.close()
      }
    })
    ours.push(ms)
  }
  for (const path of folders) await rm(path, { recursive: true })
  const [seconds, bareSeconds] = [ours, bare].map((times) => Math.min(...times) / 1000)
  const ratio = round2(seconds / bareSeconds)
  return { plis, seconds: round2(seconds), bareSeconds: round2(bareSeconds), ratio }
}

function noise() {
  const bytes = randomBytes(FILE_BYTES)
  return {
    name: 'memoire.pdf',
    size: bytes.length,
    read: async function* () {
      yield bytes
    },
  }
}

const holder = generateKeyPairSync('x25519')
const sender = generateKeyPairSync('x25519')
const key = randomBytes(32)
const [share, list, file] = [49, 4096 + 28, FILE_BYTES + 28].map((size) => randomBytes(size))

function bareOpening(): void {
  ENVELOPES.forEach(bareEnvelope)
}

function bareEnvelope(): void {
  for (let count = 0; count < 2; count++) {
    const shared = diffieHellman({ privateKey: holder.privateKey, publicKey: sender.publicKey })
    // RFC 9180: the shared secret, then the schedule's secret, key and nonce
    for (let step = 0; step < 4; step++) hkdfSync('sha256', shared, key, 'share', 32)
    decipher(share)
  }
  createHash('sha256').update(key).digest()
  for (const bytes of [list, file]) {
    hkdfSync('sha256', key, 'halle-pli/1', 'file', 32)
    createHash('sha256').update(bytes).digest()
    createHash('sha256').update(decipher(bytes)).digest()
  }
}

/** Deciphers without asking whether the tag is right: the work is the same. */
function decipher(bytes: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  return cipher.update(bytes.subarray(12, -16))
}
