import type { TransactionClientContract as Trx } from '@adonisjs/lucid/types/database'

/**
 * What goes with a person to another record: what names her, how to reach her, for whom she acts.
 * A code on paper stays: it is a digest of the record's own number. In the order of their keys.
 */
const TABLES = {
  person_identifiers: `kind <> 'paper_code'`,
  contact_points: 'true',
  attachments: 'true',
  attachment_transitions: 'true',
} as const

type Table = keyof typeof TABLES
const names = Object.keys(TABLES) as Table[]

/** Whole rows, as the base writes them in JSON: no digit of an hour is lost. */
export type Rows = Record<Table, { id: string }[]>
export type Ids = Record<Table, string[]>

/** Establishments for which a person in context acts: nobody acts twice for one. */
export async function placesOf(trx: Trx, personId: string): Promise<string[]> {
  const { rows } = await trx.rawQuery(
    `select establishment_id from kernel.attachments where person_id = ? and state <> 'ended'`,
    [personId]
  )
  return rows.map((row: { establishment_id: string }) => row.establishment_id)
}

/** Takes out of the record in context what goes with her; `stays`: establishments left as they are. */
export async function takeOut(trx: Trx, personId: string, stays: string[]): Promise<Rows> {
  const taken = {} as Rows
  // The transitions first: they would go with their attachment, unread
  for (const table of [...names].reverse()) {
    const isOfPlace = table.startsWith('attachment')
    const kept = isOfPlace ? `and establishment_id <> all(?)` : ''
    const { rows } = await trx.rawQuery(
      `delete from kernel.${table} t where person_id = ? and ${TABLES[table]} ${kept} returning to_jsonb(t) as whole`,
      isOfPlace ? [personId, stays] : [personId]
    )
    taken[table] = rows.map(({ whole }: { whole: { id: string } }) => whole)
  }
  return taken
}

/** Takes out of the record in context the rows of those identifiers that are still there. */
export async function takeBack(trx: Trx, personId: string, ids: Ids): Promise<Rows> {
  const taken = {} as Rows
  for (const table of [...names].reverse()) {
    const { rows } = await trx.rawQuery(
      `delete from kernel.${table} t where person_id = ? and id = any(?) returning to_jsonb(t) as whole`,
      [personId, ids[table] ?? []]
    )
    taken[table] = rows.map(({ whole }: { whole: { id: string } }) => whole)
  }
  return taken
}

/** Puts them in the record in context, unchanged but for whose they are. */
export async function putIn(trx: Trx, personId: string, rows: Rows): Promise<void> {
  for (const table of names) {
    for (const row of rows[table]) {
      await trx.rawQuery(
        `insert into kernel.${table} select (jsonb_populate_record(null::kernel.${table}, ?::jsonb)).*`,
        [JSON.stringify({ ...row, person_id: personId })]
      )
    }
  }
}

export const idsOf = (rows: Rows): Ids =>
  Object.fromEntries(names.map((table) => [table, rows[table].map(({ id }) => id)])) as Ids
