/** The lists that Adonis draws from the sources (controllers, routes), made again when they change. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { runToEnd } from './process.mjs'

const FOLDER = '.adonisjs/server'
const SOURCES = /(_controller|routes|rooms)\.ts$/

function digest() {
  const hash = createHash('sha256')
  for (const root of ['app', 'start']) {
    for (const name of fs
      .readdirSync(root, { recursive: true })
      .filter((one) => SOURCES.test(one))
      .toSorted()) {
      hash.update(name).update('\0')
      if (!name.endsWith('_controller.ts')) hash.update(fs.readFileSync(path.join(root, name)))
    }
  }
  return hash.digest('hex')
}

export function ensureGenerated(env) {
  const stamp = `${FOLDER}/.stamp`
  const wanted = digest()
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return
  // What it says is no answer: a program may read ours on the standard output.
  runToEnd(process.execPath, ['ace.js', 'codegen'], { ...env, LOG_LEVEL: 'warn' }, [
    'ignore',
    'ignore',
    'inherit',
  ])
  fs.writeFileSync(stamp, wanted)
}
