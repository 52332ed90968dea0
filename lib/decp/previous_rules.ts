import { error, under, type DecpFinding } from './finding.js'
import { isObject, writtenOnce } from './value.js'
import { identityOf, type DecpRecord } from './records.js'

/** What is only ever added to, one after the other. */
const ADDED_TO = [
  'modifications',
  'actesSousTraitance',
  'modificationsActesSousTraitance',
  'donneesExecution',
]

/** What was published is never edited, nor taken away: modifications and actes are added. */
export function judgeAgainst(previous: DecpRecord[], records: DecpRecord[]): DecpFinding[] {
  const left = new Set(records)
  return previous.flatMap((old) => {
    const now = successorOf(old, left)
    if (now === null) {
      const { id, buyer } = identityOf(old)
      return [
        error(
          'published-edited',
          '/marches',
          `Le contrat ${id} de l’acheteur ${buyer}, déjà publié, n’y est plus.`
        ),
      ]
    }
    left.delete(now)
    return changesOf(old.value, now.value, now.path)
  })
}

/** The record that goes on from a published one: same number and buyer, and the same holder if it can. */
function successorOf(old: DecpRecord, among: Set<DecpRecord>): DecpRecord | null {
  const wanted = identityOf(old)
  const alike = [...among].filter((one) => {
    const { id, buyer } = identityOf(one)
    return one.kind === old.kind && id === wanted.id && buyer === wanted.buyer
  })
  return alike.find((one) => identityOf(one).holder === wanted.holder) ?? alike[0] ?? null
}

function changesOf(
  old: Record<string, unknown>,
  now: Record<string, unknown>,
  path: string
): DecpFinding[] {
  const names = new Set([...Object.keys(old), ...Object.keys(now)])
  return [...names].flatMap((name) => {
    const place = under(path, name)
    if (ADDED_TO.includes(name)) return changesOfList(old[name], now[name], place)
    return changesOfValue(old[name], now[name], place)
  })
}

function changesOfValue(old: unknown, now: unknown, path: string): DecpFinding[] {
  if (isObject(old) && isObject(now)) {
    const names = new Set([...Object.keys(old), ...Object.keys(now)])
    return [...names].flatMap((name) => changesOfValue(old[name], now[name], under(path, name)))
  }
  if (old !== undefined && now !== undefined && writtenOnce(old) === writtenOnce(now)) return []
  return [
    error(
      'published-edited',
      path,
      'Cette valeur est déjà publiée : elle ne change que par une modification.'
    ),
  ]
}

function changesOfList(old: unknown, now: unknown, path: string): DecpFinding[] {
  const [before, after] = [Array.isArray(old) ? old : [], Array.isArray(now) ? now : []]
  return before.flatMap((value, index) => {
    if (index < after.length) return changesOfValue(value, after[index], under(path, index))
    return [
      error(
        'published-edited',
        path,
        `Le ${index === 0 ? '1er' : `${index + 1}e`} élément de cette liste, déjà publié, n’y est plus.`
      ),
    ]
  })
}
