import fs from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '..', '..')
const DEMO = path.join(ROOT, 'tenants', 'demo')

/** The members of the demonstration. These files are plain data: Node 24 reads their TypeScript as it is. */
export const members = await Promise.all(
  fs
    .readdirSync(DEMO)
    .filter((file) => file.endsWith('.ts'))
    .toSorted()
    .map(async (file) => (await import(path.join(DEMO, file))).default)
)

/** Where the demonstration keeps its data, as `npm start` decides it. */
export const dataDirOf = (env) => path.resolve(env.DATA_DIR ?? path.join('tmp', 'halle'))
