import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { skipped } from '#tests/helpers/shared_data'
import type { HolderKey, Manifest, PliFolder } from '#lib/sealing'
import { filesIn } from '../tenders_command.js'

const PROGRAM = join(import.meta.dirname, 'main.py')
export const ABSENT = 'Python and its library cryptography are not on this machine'

/** The Python of Debian, which has its `python3-cryptography`, or the one that stands before it. */
const PYTHON = ['/usr/bin/python3', 'python3'].find(
  (one) => spawnSync(one, ['-c', 'import cryptography']).status === 0
)

/** Whether plis can be judged here by the program that knows FORMAT.md alone. */
export function hasOutsider(): boolean {
  if (!PYTHON) skipped.add(ABSENT)
  return PYTHON !== undefined
}

/** What the program of others answers; it writes nothing in its own folder. */
export function outsider(command: 'keys' | 'seal' | 'lie' | 'open', asked: object): any {
  const words = ['-B', PROGRAM, command, JSON.stringify(asked)]
  const { status, stdout, stderr } = spawnSync(PYTHON!, words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

interface Opening {
  /** Where each pli lies, by the name under which it is opened. */
  plis: Record<string, string>
  trousseau: string
  keys?: string[]
  /** The bidder's `cle.json`. */
  bidder?: string
  out: string
}

/** Why each pli is refused, or null once it is opened. */
export const openOutside = (asked: Opening): Record<string, string | null> =>
  outsider('open', asked)

/** What the outsider finds in a pli that is somewhere else, opened with the keys of those holders. */
export async function openedOutside(
  pli: PliFolder,
  trousseau: string | Uint8Array,
  holders: HolderKey[]
): Promise<Record<string, Buffer>> {
  const at = mkdtempSync(join(tmpdir(), 'halle-outside-'))
  try {
    await writeFolder(pli, join(at, 'sealed'))
    writeFileSync(join(at, 'trousseau.json'), trousseau)
    const plis = { opened: join(at, 'sealed') }
    const keys = holders.map((holder) => writeKey(holder, at))
    const said = openOutside({ plis, trousseau: join(at, 'trousseau.json'), keys, out: at })
    if (said.opened !== null) throw new Error(said.opened)
    return contentsOf(join(at, 'opened'))
  } finally {
    rmSync(at, { recursive: true })
  }
}

/** As the folder of FORMAT §7; a kept pli is read piece by piece. */
async function writeFolder(pli: PliFolder, folder: string): Promise<void> {
  const sizes = new Map((await pli.files()).map(({ path, size }) => [path, size]))
  const append = async (path: string, sizesOfParts: number[]) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    let from = 0
    for (const size of sizesOfParts) {
      appendFileSync(join(folder, path), await pli.read(path, from, size))
      from += size
    }
  }
  await append('pli.json', [sizes.get('pli.json')!])
  const { envelopes } = JSON.parse(readFileSync(join(folder, 'pli.json'), 'utf8')) as Manifest
  for (const { name, list, files } of envelopes) {
    await append(`${name}/list.bin`, [list.size])
    for (const { id, pieces } of files)
      await append(
        `${name}/${id}.bin`,
        pieces.map(({ size }) => size)
      )
  }
}

/** The key of a holder as its file (FORMAT §1). */
function writeKey({ holder, privateKey }: HolderKey, folder: string): string {
  const path = join(folder, `${holder}.key.json`)
  const text = Buffer.from(privateKey).toString('base64url')
  writeFileSync(path, JSON.stringify({ format: 'halle-porteur/1', holder, privateKey: text }))
  return path
}

/** What lies under a folder, by path. */
export const contentsOf = (folder: string): Record<string, Buffer> =>
  Object.fromEntries(filesIn(folder).map((path) => [path, readFileSync(join(folder, path))]))
