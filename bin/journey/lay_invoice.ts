import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { SEALED_FOLDER } from '../verify/sealed_folder.js'
import { keep, unpack } from './files.js'
import { sha256Of } from './pdfs.js'

/** What a journey writes, and what each is called in the proof. */
const FROM_PROOF: Record<string, string> = {
  'verdict.json': 'verdict.json',
  'readable.pdf': 'readable.pdf',
  'service-fait.pdf': 'signed.pdf',
  'sip.zip': 'sip.zip',
  'proof.json': 'proof.json',
}

/** What came back from the road: the zip of the proof, and what was read on the way. */
export interface Brought {
  zip: Buffer
  /** As the simulated Chorus Pro received them: the sealed ones are all those that it gave. */
  statuses: object
  clock: Buffer
  facts: object
}

/**
 * Lays the eight files of a journey in `out`, and beside them, in `preuve/`, the proof as it was
 * sealed, under its own names: those that `npm run verify` measures. Everything is laid out aside and
 * looked at, then takes its place.
 *
 * @throws Error when a file is missing, or when the archive does not hold the bytes of `pdf`
 */
export async function layInvoice(brought: Brought, pdf: string, out: string): Promise<void> {
  await mkdir(out, { recursive: true })
  const aside = await mkdtemp(join(out, '.voyage-'))
  try {
    const sealed = join(aside, SEALED_FOLDER)
    await mkdir(sealed)
    const names = await unpack(brought.zip, sealed)
    const sha256 = await sha256Of(pdf)
    await refuseUnlikely(sealed, names, sha256)
    const written = await writtenFrom(brought, sealed, sha256)
    const whole = join(aside, 'whole')
    for (const [name, bytes] of Object.entries(written)) await keep(whole, name, bytes)
    await rm(join(out, SEALED_FOLDER), { recursive: true, force: true })
    await rename(sealed, join(out, SEALED_FOLDER))
    for (const name of Object.keys(written)) await rename(join(whole, name), join(out, name))
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

/** A proof without one of the files awaited, or whose invoice is not the one deposited. */
async function refuseUnlikely(sealed: string, names: string[], sha256: string): Promise<void> {
  const missing = Object.values(FROM_PROOF).filter((name) => !names.includes(name))
  if (missing.length > 0) throw new Error(`Il manque ${missing.join(', ')}`)
  const came = names.find((name) => /^received\./.test(name))
  if (!came || (await sha256Of(join(sealed, came))) !== sha256)
    throw new Error('L’archive ne tient pas les octets reçus')
}

/** The files of the contract, by name. */
async function writtenFrom({ statuses, clock, facts }: Brought, sealed: string, sha256: string) {
  const json = (value: object) => Buffer.from(JSON.stringify(value, null, 2))
  const written: Record<string, Buffer> = {
    'statuses.json': json(statuses),
    'clock.json': json(JSON.parse(clock.toString())),
  }
  for (const [name, kept] of Object.entries(FROM_PROOF))
    written[name] = await readFile(join(sealed, kept))
  written['journey.json'] = json({ ...facts, sha256, files: Object.keys(written) })
  return written
}
