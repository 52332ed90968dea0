import { tenancy } from '#kernel/tenancy'
import { NameRefused, NameTaken } from '../errors.js'
import { mendedName, nameFault, nameKey, numberedName } from '../rules/names.js'
import Node, { type Place } from './node.js'

/**
 * Keeps others from naming something at a place until the end of the transaction: two names that
 * are one by their case must meet here, and not in the index.
 */
export async function holdNames({ spaceId, parentId }: Place): Promise<void> {
  await tenancy
    .trx()
    .rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `names of ${tenancy.tenantId()}/${spaceId}/${parentId ?? ''}`,
    ])
}

/** Refuses a name that no door takes. @throws E_GED_NAME */
export function refuseFault(name: string): void {
  const fault = nameFault(name)
  if (fault) throw new NameRefused(fault).at('name')
}

/**
 * Refuses a name that a door does not take at a place; `except` is what bears it now.
 * @throws E_GED_NAME, E_GED_NAME_TAKEN
 */
export async function refuseName(place: Place, name: string, except?: string): Promise<void> {
  refuseFault(name)
  await holdNames(place)
  const twin = await Node.called(place, name)
  if (twin && twin.id !== except) throw new NameTaken(twin.name).at('name')
}

/** The name nearest to `wanted` that is free at a place, and is held there. */
export async function freeName(place: Place, wanted: string): Promise<string> {
  const mended = nameFault(wanted) ? mendedName(wanted) : wanted
  await holdNames(place)
  for (let number = 1; ; number++) {
    const name = number === 1 ? mended : numberedName(mended, number)
    if (!(await Node.called(place, name))) return name
  }
}

/** The same of many names at once, in their order: each is held, and none is another's. */
export async function freeNames(place: Place, wanted: string[]): Promise<string[]> {
  await holdNames(place)
  const mended = wanted.map((name) => (nameFault(name) ? mendedName(name) : name))
  const there = await Node.at(place).whereIn('name_key', mended.map(nameKey)).select('name_key')
  const taken = new Set(there.map((node) => node.nameKey))
  const names: string[] = []
  for (const name of mended) {
    let free = name
    for (let number = 2; taken.has(nameKey(free)); number++) {
      free = numberedName(name, number)
      if (!taken.has(nameKey(free)) && (await Node.called(place, free))) taken.add(nameKey(free))
    }
    taken.add(nameKey(free))
    names.push(free)
  }
  return names
}

/** Whether two names are one beside their neighbours. */
export const isTwin = (one: string, other: string): boolean => nameKey(one) === nameKey(other)
