import { isUuid } from '#lib/values'

/** As a room declares them (`#web/offered_events`); repeated here because rules know no storey. */
type Kind = 'id' | 'ids' | 'ref' | 'address' | 'moment'
type Value = string | string[] | null

const REF = /^[a-z]+:(.+)$/

/** Whether a value is what its kind says: there is no kind through which a text could leave. */
function isOfKind(kind: Kind, value: Value, home: string): boolean {
  if (value === null) return true
  if (kind === 'ids') return Array.isArray(value) && value.every(isUuid)
  if (typeof value !== 'string') return false
  if (kind === 'id') return isUuid(value)
  if (kind === 'ref') return isUuid(REF.exec(value)?.[1])
  if (kind === 'address') return value.startsWith(`${home}/`)
  return !Number.isNaN(Date.parse(value)) && /^\d{4}-\d\d-\d\dT/.test(value)
}

/** What in the data of a fact is not what was declared: too much, too little, or of another kind. */
export function faultsIn(
  data: Record<string, Value>,
  declared: Record<string, { kind: Kind }>,
  home: string
): string[] {
  const names = [...new Set([...Object.keys(declared), ...Object.keys(data)])]
  return names.flatMap((name) => {
    if (!declared[name]) return [`${name} is not declared`]
    if (!(name in data)) return [`${name} is missing`]
    return isOfKind(declared[name].kind, data[name], home) ? [] : [`${name} is of another kind`]
  })
}
