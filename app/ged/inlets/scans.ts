import { constants, createReadStream } from 'node:fs'
import { access, lstat, mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { inletsConfig } from '#config/inlets'
import { ScansMissing, ScansReadOnly } from '../errors.js'
import { nameOf } from '../import/folder_source.js'
import { nameFault, numberedName } from '../rules/names.js'
import { DONE_FOLDER, type InletSource, type Waiting } from './waiting.js'

const SLASH = Buffer.from('/')

/** The folders of scans of a member, that the operator made for it; null when there are none at all here. */
export async function scanFolders(siren: string): Promise<string[] | null> {
  if (!inletsConfig.scansFolder) return null
  const found = await readdir(join(inletsConfig.scansFolder, siren), { withFileTypes: true }).catch(
    () => []
  )
  return found
    .filter((one) => one.isDirectory() && nameFault(one.name) === null)
    .map(({ name }) => name)
    .toSorted((one, other) => one.localeCompare(other, 'fr'))
}

/**
 * A folder of scans of a member: below its own, and no link. Files of its own folder only.
 * @throws E_GED_SCANS_MISSING, E_GED_SCANS_READ_ONLY
 */
export async function openScans(siren: string, name: string): Promise<InletSource> {
  const known = await scanFolders(siren)
  if (!known?.includes(name)) throw new ScansMissing(name)
  const folder = Buffer.from(join(inletsConfig.scansFolder!, siren, name))
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).catch(() => {
    throw new ScansReadOnly(name)
  })
  return {
    async *waiting() {
      for (const file of await filesIn(folder)) yield waitingOf(folder, file)
    },
    count: async () => (await filesIn(folder)).length,
    close: async () => undefined,
  }
}

interface Scan {
  bytes: Buffer
  path: Buffer
  size: number
  changedAt: number
}

async function filesIn(folder: Buffer): Promise<Scan[]> {
  const scans: Scan[] = []
  for (const bytes of await readdir(folder, { encoding: 'buffer' })) {
    const path = Buffer.concat([folder, SLASH, bytes])
    const stat = await lstat(path).catch(() => null)
    const isHidden = bytes[0] === '.'.charCodeAt(0)
    if (!stat?.isFile() || isHidden || Date.now() - stat.ctimeMs < inletsConfig.settledMs) continue
    scans.push({ bytes, path, size: stat.size, changedAt: stat.mtimeMs })
  }
  return scans.toSorted((one, other) => one.changedAt - other.changedAt)
}

/** Scanners give the same names again: it is another paper when its moment is another. */
const waitingOf = (folder: Buffer, { bytes, path, size, changedAt }: Scan): Waiting => {
  const name = nameOf(bytes)
  return {
    key: `${bytes.toString('base64url')} ${changedAt} ${size}`,
    name,
    fetch: async () => ({
      ...{ name, size, open: () => createReadStream(path) },
      done: async () => undefined,
    }),
    settle: () => moveAway(folder, path, name),
  }
}

async function moveAway(folder: Buffer, path: Buffer, name: string): Promise<void> {
  const done = join(folder.toString(), DONE_FOLDER)
  await mkdir(done, { recursive: true })
  for (let number = 1; ; number++) {
    const to = join(done, number === 1 ? name : numberedName(name, number))
    if (await lstat(to).catch(() => null)) continue
    return rename(path, to).catch((error) => {
      if (error.code !== 'ENOENT') throw error
    })
  }
}
