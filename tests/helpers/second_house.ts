import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { master } from '#tests/helpers/master'
import env from '#start/env'
import { uuidv7 } from '#lib/values'

const HOUSE = resolve(import.meta.dirname, '../..')
const LEFT_BEHIND = ['.git', 'node_modules', 'tmp', 'build', 'coverage']

/** A copy of the repository with a database of its own, to change without harm. */
export async function secondHouse() {
  const root = mkdtempSync(join(tmpdir(), 'second-house-'))
  const left = LEFT_BEHIND.map((name) => join(HOUSE, name))
  cpSync(HOUSE, root, {
    recursive: true,
    filter: (path) => !left.includes(path) && !path.includes('/tests/output'),
  })
  symlinkSync(join(HOUSE, 'node_modules'), join(root, 'node_modules'))
  const database = `second_house_${uuidv7().slice(-8)}`
  await master().rawQuery(
    `create database ${database} owner ${new URL(env.get('DATABASE_URL')).username}`
  )
  const urlOf = (name: 'DATABASE_URL' | 'DATABASE_APP_URL' | 'DATABASE_SYSTEM_URL') => {
    const url = new URL(env.get(name))
    url.pathname = `/${database}`
    return url.href
  }
  const own = {
    DATABASE_URL: urlOf('DATABASE_URL'),
    DATABASE_APP_URL: urlOf('DATABASE_APP_URL'),
    DATABASE_SYSTEM_URL: urlOf('DATABASE_SYSTEM_URL'),
    DATA_DIR: join(root, 'tmp'),
    ENV_PATH: root,
    NODE_ENV: 'test',
    NO_COLOR: '1',
    // A test runner inside another one: it must not think itself its child.
    NODE_TEST_CONTEXT: undefined,
  }
  return {
    root,
    /** Runs an ace command there, to its end. */
    ace(...args: string[]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['ace.js', ...args], {
        cwd: root,
        env: { ...process.env, ...own },
        encoding: 'utf8',
        maxBuffer: 32 * 1024 * 1024,
      })
      return { status, output: `${stdout}${stderr}` }
    },
    async remove() {
      rmSync(root, { recursive: true, force: true })
      await master().rawQuery(`drop database ${database} with (force)`)
    },
  }
}
