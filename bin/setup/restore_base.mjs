/** `halle:restore` on the embedded PostgreSQL: its files come back before anything is started on them. */
import fs from 'node:fs'
import path from 'node:path'
import { runToEnd } from './process.mjs'

/** Says what is in the way, or lays out the base, the keys and the seal key in an empty DATA_DIR. */
export function restoreBase(args, env = process.env) {
  const dataDir = path.resolve(env.DATA_DIR ?? path.join('tmp', 'halle'))
  if (fs.existsSync(path.join(dataDir, 'postgres', 'data', 'PG_VERSION'))) {
    const error = new Error(
      `${dataDir} tient déjà une base : une restauration se fait dans une installation vide (DATA_DIR).`
    )
    throw Object.assign(error, { status: 1 })
  }
  const program = ['--import=@poppinss/ts-exec', 'bin/restore_base.ts', ...args]
  // What it says is no answer: a program may read ours on the standard output.
  runToEnd(process.execPath, program, { ...env, DATA_DIR: dataDir }, ['inherit', 2, 'inherit'])
}
