import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { backupConfig } from '#config/backup'
import { queue } from '#config/queue'
import { digestOf } from '#lib/backup/checked'
import type { Place } from '#lib/backup/place'
import type { Point } from '#lib/backup/points'
import { ENTER_REHEARSAL } from '#lib/backup/rehearsal'
import { uuidv7 } from '#lib/values'
import { runTool } from './tools.js'

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: backupConfig.ownerUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Whether nothing of ours is in the base of the settings. */
export const isEmptyBase = (): Promise<boolean> =>
  asOwner(async (client) => {
    const { rows } = await client.query(`select to_regnamespace('kernel') is null as empty`)
    return rows[0].empty
  })

/** Fills the base as its owner, at one go or not at all, and says in it that it rehearses. */
export async function restoreDump(place: Place, base: Point['base'], at: string): Promise<void> {
  if ((await digestOf(place, base.name)).sha256 !== base.sha256)
    throw new Error(`${base.name} n’est plus ce qui a été sauvé.`)
  await mkdir(backupConfig.aside, { recursive: true, mode: 0o700 })
  const path = join(backupConfig.aside, `${uuidv7()}.dump`)
  try {
    await pipeline(await place.read(base.name), createWriteStream(path, { mode: 0o600 }))
    await fillBase(path, at)
  } finally {
    await rm(path, { force: true })
  }
}

/** From a dump that is here. */
export async function fillBase(path: string, at: string): Promise<void> {
  const args = ['--no-owner', '--exit-on-error', '--single-transaction']
  await runTool('pg_restore', [...args, '--dbname', backupConfig.ownerUrl, path])
  await asOwner((client) => client.query(ENTER_REHEARSAL, [JSON.stringify({ at })]))
}

/** What carries the jobs is made anew: the copy must not take up what the real one was doing. */
export const forgetQueue = () =>
  asOwner((client) => client.query(`drop schema if exists ${queue.schema} cascade`))
