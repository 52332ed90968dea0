import type { Terms } from './terms.js'

/** What the schema of each syntax wants in an invoice, and that of UBL in a group that is there. */
const WANTED: Record<string, string[]> = {
  'CII': ['BT-24', 'BT-1'],
  'UBL': ['BT-1', 'BT-2', 'BG-4', 'BG-7', 'BG-22', 'BG-25'],
  'BG-20': ['BT-92'],
  'BG-21': ['BT-99'],
  'BG-22': ['BT-115'],
  'BG-23': ['BT-117', 'BT-118'],
  'BG-25': ['BT-126', 'BT-131', 'BG-31'],
  'BG-27': ['BT-136'],
  'BG-28': ['BT-141'],
  'BG-29': ['BT-146'],
}

/** The terms and groups that the schema of a syntax wants, and that are not said; EN 16931 wants them too. */
export function missing(group: Terms, name: 'UBL' | 'CII'): string[] {
  const below = name === 'CII' ? [] : group.groups.flatMap(inGroup)
  return [...absent(group, name), ...below]
}

const inGroup = (group: Terms): string[] => [
  ...absent(group, group.name),
  ...group.groups.flatMap(inGroup),
]

function absent(group: Terms, name: string): string[] {
  const held = new Set([...group.terms, ...group.groups].map((one) => one.name))
  return (WANTED[name] ?? []).filter((one) => !held.has(one))
}
