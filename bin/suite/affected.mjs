/** Which specs a branch may have broken: those of the rooms it touched, and of whoever uses them. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** What nothing that runs reads. */
const READ_BY_NOBODY = /^(docs\/|README\.md$|LICENSE$)/
/** Where a room has its files; what is anywhere else is under every room. */
const PLACES = [
  /^app\/([^/]+)\//,
  /^tests\/([^/]+)\//,
  /^resources\/views\/([^/]+)\//,
  /^database\/(?:schema|frozen)\/([^/.]+)\./,
  /^database\/migrations\/\d+_([a-z0-9]+)_/,
]
const ASKED = /'(?:#rooms|#app|#tests|\.\.|\.\.\/\.\.)\/([a-z0-9_]+)(?:\/[^']*)?'/g
/** Suites that open every room, some of them by its routes: a change in any of them is theirs too. */
const OF_EVERY_ROOM = ['kernel', 'architecture', 'isolation', 'journeys', 'browser']

const placeOf = (file) => PLACES.map((place) => place.exec(file)?.[1]).find(Boolean)

/** The rooms, and those on which whoever uses them depends: `uses` names for each what it asks of. */
function withUsers(touched, uses) {
  const reached = new Set(touched)
  for (const room of reached)
    for (const [user, asked] of Object.entries(uses)) if (asked.includes(room)) reached.add(user)
  return reached
}

/**
 * The spec files among `files` that `changed` may have broken; all of them as soon as one changed
 * file is neither a room's, nor a spec, nor prose. `uses` gives each room those that it imports.
 */
export function affected(files, changed, { uses, suiteOf }) {
  const rooms = Object.keys(uses)
  const read = changed.filter((file) => !READ_BY_NOBODY.test(file))
  const isSpec = (file) => file.startsWith('tests/') && file.endsWith('.spec.ts')
  const isOfRoom = (file) => rooms.includes(placeOf(file))
  if (read.some((file) => !isSpec(file) && !isOfRoom(file))) return files
  const touched = read.filter((file) => !isSpec(file)).map(placeOf)
  const reached = withUsers(touched, uses)
  return files.filter(
    (file) =>
      read.includes(file) ||
      reached.has(placeOf(file)) ||
      (touched.length > 0 && OF_EVERY_ROOM.includes(suiteOf(file)))
  )
}

/** What each room imports of the others, its tests included: `{ actes: ['parapheur', …], … }`. */
export function readUses(root = process.cwd()) {
  const has = (name) => fs.existsSync(path.join(root, 'app', name, 'room.ts'))
  const house = ['kernel', 'web', 'identity', 'outsiders', 'console']
  const rooms = fs
    .readdirSync(path.join(root, 'app'))
    .filter((name) => has(name) && !house.includes(name))
  return Object.fromEntries(
    rooms.map((room) => {
      const texts = ['app', 'tests'].flatMap((street) => sourcesIn(path.join(root, street, room)))
      const asked = texts.flatMap((text) => [...text.matchAll(ASKED)].map(([, name]) => name))
      // The front door shows what every room says of itself, without importing any.
      const isOfAll = texts.some((text) => text.includes('allRooms('))
      return [room, rooms.filter((other) => other !== room && (isOfAll || asked.includes(other)))]
    })
  )
}

const sourcesIn = (folder) =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => fs.readFileSync(path.join(folder, name), 'utf8'))
    : []

function git(...args) {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' })
  return status === 0 ? stdout.split('\n').filter(Boolean) : null
}

/** The files that a branch changed since it left `main`, or null where everything is to be run. */
export function changedOnBranch(env = process.env) {
  if (env.CI) return null
  const [branch] = git('rev-parse', '--abbrev-ref', 'HEAD') ?? []
  const [since] = git('merge-base', 'HEAD', 'main') ?? []
  if (!since || !branch || ['main', 'HEAD'].includes(branch)) return null
  const changed = git('diff', '--name-only', '--no-renames', since)
  const added = git('ls-files', '--others', '--exclude-standard')
  return changed && added ? [...changed, ...added] : null
}
