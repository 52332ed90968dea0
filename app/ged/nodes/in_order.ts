import type { Place } from './node.js'

const ROOT = '00000000-0000-0000-0000-000000000000'

/**
 * What a node stands in, as SQL, a root too: an index keeps no order behind « is null », and what
 * calls a function (`coalesce`) is compared behind the wall only, once every row is read.
 */
const PARENT = `(case when nodes.parent_id is null then '${ROOT}'::uuid else nodes.parent_id end)`

/** Folders first, each by its name: the order of `nodes_in_place`. */
export const BY_NAME = `(case nodes.kind when 'folder' then '0' else '1' end || nodes.name_key)`

export const standingIn = ({ parentId }: Pick<Place, 'parentId'>): [string, string[]] => [
  `${PARENT} = ?`,
  [parentId ?? ROOT],
]

/** What stands after a node in that order. */
export const beyond = (last: { kind: string; nameKey: string; id: string }): [string, string[]] => [
  `(${BY_NAME}, nodes.id) > (?, ?::uuid)`,
  [`${last.kind === 'folder' ? 0 : 1}${last.nameKey}`, last.id],
]
