import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { allRooms, type Room } from '#kernel/room'
import type { Tree } from './tree.js'

const REASON_LENGTH = 15
const STATE_NAMES = ['state', 'status', 'phase', 'stage', 'step']

type Declared = Pick<Room, 'name' | 'freeStates'>

/** Every column of the base that says where a thing stands, as `schema.table`. */
async function tablesWithState(client: QueryClientContract): Promise<string[]> {
  const { rows } = await client.rawQuery(
    `select distinct c.table_schema || '.' || c.table_name as name
     from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.column_name = any(?) and c.data_type = 'text' and t.table_type = 'BASE TABLE'
       and c.table_schema not in ('pg_catalog', 'information_schema') order by 1`,
    [STATE_NAMES] as never
  )
  return rows.map(({ name }: { name: string }) => name)
}

const isCode = (file: string) => /^app\/.+\.ts$/.test(file)

/** The tables whose states a lifecycle moves: `defineLifecycle(…, { of: 'schema.table' })`. */
export const tablesWithLifecycle = (tree: Tree): string[] =>
  tree.files
    .filter((file) => isCode(file) && /\bdefineLifecycle\(/.test(tree.read(file)))
    .flatMap((file) => [...tree.read(file).matchAll(/\bof: '(\w+\.\w+)'/g)].map(([, of]) => of))

const freeStates = (rooms: Declared[]): Record<string, string> =>
  Object.assign({}, ...rooms.map((room) => room.freeStates))

/** Columns of state with neither a lifecycle nor a written reason. */
export async function statesWithoutLife(
  client: QueryClientContract,
  tree: Tree,
  rooms: Declared[] = allRooms()
): Promise<string[]> {
  const known = [...tablesWithLifecycle(tree), ...Object.keys(freeStates(rooms))]
  const tables = await tablesWithState(client)
  return tables
    .filter((table) => !known.includes(table))
    .map((table) => `${table}: its state has no lifecycle, and no reason in freeStates`)
}

/** Reasons that are not the room's to give, say nothing, or excuse a table that has a lifecycle. */
export function strangeFreeStates(tree: Tree, rooms: Declared[] = allRooms()): string[] {
  const living = tablesWithLifecycle(tree)
  return rooms.flatMap(({ name, freeStates: free = {} }) =>
    Object.entries(free).flatMap(([table, why]) => {
      if (!table.startsWith(`${name}.`)) return [`${name}: ${table} is not its own`]
      if (why.length < REASON_LENGTH) return [`${name}: ${table} says no reason`]
      return living.includes(table) ? [`${name}: ${table} has a lifecycle`] : []
    })
  )
}

/** A state written by hand; one that `lifecycle.after` gives is not, nor that of a new row. */
const BY_HAND = [
  /^\s*(?:if \(.*\) |else )?[\w.]+\.state = [^=]/gm,
  /(?<!new \w+\(\))\.(?:merge|update)\(\{(?:[^}]*,)?\s*state\s*(?:,|\}|:(?! \w+\.after\())/g,
  /\.update\('state'/g,
  /\bcolumns: \([^)]*\) => \(\{(?:[^}]*,)?\s*state\s*(?:,|\}|:(?! \w+\.after\())/g,
  /\bset\s+state\s*=/gi,
]

/** States written outside a lifecycle; a file that names a free table may write that of its own. */
export function statesByHand(tree: Tree, rooms: Declared[] = allRooms()): string[] {
  const free = Object.keys(freeStates(rooms))
  return tree.files
    .filter((file) => isCode(file) && file !== 'app/kernel/lifecycle.ts')
    .flatMap((file) => {
      const text = tree.read(file)
      if (free.some((table) => text.includes(`'${table}'`))) return []
      return BY_HAND.flatMap((hand) =>
        [...text.matchAll(hand)].map(({ index }) => {
          const line = text.slice(0, index).split('\n').length
          return `${file}:${line}: a state is moved by its lifecycle`
        })
      )
    })
}
