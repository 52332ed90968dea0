import type pg from 'pg'
import { ensureMigrated, environmentFor, masterOf } from '../support/database.js'
import { indexBare, layBare } from './bare.js'
import { layDocuments, layMembers, layWords } from './lay.js'
import { laidTogether } from './lots.js'
import { DOCUMENTS, LARGEST } from './size.js'
import { withoutIndexes } from './without_indexes.js'

export const DATABASE = `bench_ged_documents_${DOCUMENTS}`

const idOf = (kind: string, n: number) =>
  `0199${kind}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

export const tenantOf = (n: number) => idOf('0001', n)
export const listOf = (n: number) => idOf('0003', n)
export const MEMBERS = { common: 7, largest: LARGEST }

/** Makes sure of the base of this size; it is kept from one run to the next. Milliseconds that it took, null when it was there. */
export async function ensureDocuments(): Promise<number | null> {
  await ensureMigrated(DATABASE)
  const state = await stateOf()
  if (state === 'filled') return null
  if (state === 'begun') await makeAnew()
  const from = performance.now()
  const client = await connected()
  try {
    await client.query('create schema bench')
    await layWords(client)
    await layMembers(client)
    await layBare(client)
    await withoutIndexes(client, ['ged.nodes', 'kernel.search_entries'], () =>
      laidTogether(connected, layDocuments)
    )
    await indexBare(client)
    await client.query('vacuum analyze')
    await client.query('create table bench.filled ()')
  } finally {
    await client.end()
  }
  return Math.round(performance.now() - from)
}

async function stateOf(): Promise<'filled' | 'begun' | 'new'> {
  const client = await connected()
  const { rows } = await client.query(
    "select to_regclass('bench.filled') as filled, to_regnamespace('bench') as begun"
  )
  await client.end()
  return rows[0].filled ? 'filled' : rows[0].begun ? 'begun' : 'new'
}

/** What a run that was stopped left has neither all its rows nor its indexes. */
async function makeAnew(): Promise<void> {
  const admin = masterOf(process.env)
  await admin.connect()
  await admin.query(`drop database ${DATABASE}`)
  await admin.end()
  await ensureMigrated(DATABASE)
}

async function connected(): Promise<pg.Client> {
  const client = masterOf(environmentFor(DATABASE))
  await client.connect()
  return client
}
