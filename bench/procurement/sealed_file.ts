import { execFile } from 'node:child_process'
import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PIECE_BYTES } from '#lib/sealing'
import { round2, timed } from './figures.js'

const ROUNDS = 3

/**
 * A file sealed by what the page and the command share, in a process of its own whose memory is
 * measured, next to what OpenSSL alone takes: AES-256-GCM, SHA-256 of what comes of it, write, fsync.
 */
export async function sealedFile(folder: string, bytes: number) {
  const path = join(folder, 'plan.bin')
  await writeNoise(path, bytes)
  const [ours, limits]: number[][] = [[], []]
  let peakRssMb = 0
  for (let round = 0; round < ROUNDS; round++) {
    limits.push((await timed(() => bare(path, join(folder, 'bare.bin')))).ms)
    const { ms, peakRss } = await sealApart(path, join(folder, `pli-${round}`))
    ours.push(ms)
    peakRssMb = Math.max(peakRssMb, round2(peakRss / 1e6))
  }
  await rm(path)
  const speed = (times: number[]) => round2(bytes / 1e6 / (Math.min(...times) / 1000))
  const [mbPerSecond, limitMbPerSecond] = [speed(ours), speed(limits)]
  return {
    ...{ bytes, mbPerSecond, limitMbPerSecond, peakRssMb },
    ratio: round2(mbPerSecond / limitMbPerSecond),
  }
}

async function writeNoise(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'w')
  for (let left = bytes; left > 0; left -= PIECE_BYTES)
    await file.write(randomBytes(Math.min(left, PIECE_BYTES)))
  await file.close()
}

async function bare(path: string, to: string): Promise<void> {
  const file = await open(to, 'w')
  const key = randomBytes(32)
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
    const cipher = createCipheriv('aes-256-gcm', key, randomBytes(12))
    const sealed = cipher.update(piece)
    cipher.final()
    createHash('sha256').update(sealed).digest()
    await file.writev([sealed, cipher.getAuthTag()])
  }
  await file.sync()
  await file.close()
  await rm(to)
}

async function sealApart(path: string, to: string): Promise<{ ms: number; peakRss: number }> {
  const program = ['--import=@poppinss/ts-exec', 'bench/procurement/seal_program.ts', path, to]
  const { stdout } = await promisify(execFile)(process.execPath, program)
  await rm(to, { recursive: true })
  return JSON.parse(stdout)
}
