import { isCpv } from './cpv.js'
import { error, under, warning, type DecpFinding } from './finding.js'
import type { DecpRecord } from './records.js'

/** Food, vehicles, health and clothes: their origin is asked (annexe of the arrêté). */
const ORIGIN_ASKED: [from: number, to: number][] = [
  [15100000, 15982200],
  [18100000, 18453000],
  [18800000, 18843000],
  [33100000, 33198200],
  [33600000, 33698300],
  [34100000, 34144910],
  [34510000, 34522700],
  [34600000, 34622500],
  [34710000, 34722200],
]

/** What the code of what is bought asks of a record. */
export function judgeCpv({ kind, value, path }: DecpRecord): DecpFinding[] {
  if (kind !== 'marche') return []
  const code =
    typeof value.codeCPV === 'string' ? /^(\d{8})(-\d)?$/.exec(value.codeCPV)?.[1] : undefined
  return [...(code ? judgeCode(code, path) : []), ...judgeOrigin(value, code, path)]
}

function judgeCode(code: string, path: string): DecpFinding[] {
  if (isCpv(code)) return []
  return [
    warning(
      'cpv-unknown',
      under(path, 'codeCPV'),
      `${code} n’est pas un code du CPV 2008 : la consolidation nationale en fera ${code.slice(0, 2)}000000.`
    ),
  ]
}

function judgeOrigin(
  value: Record<string, unknown>,
  code: string | undefined,
  path: string
): DecpFinding[] {
  const isAsked = ORIGIN_ASKED.some(([from, to]) => Number(code) >= from && Number(code) <= to)
  const missing = ['origineUE', 'origineFrance']
    .filter((name) => isAsked && (value[name] ?? null) === null)
    .map((name) => error('origin', path, `Il manque « ${name} », que demande le code ${code}.`))
  const { origineUE, origineFrance } = value
  if (
    typeof origineUE !== 'number' ||
    typeof origineFrance !== 'number' ||
    origineFrance <= origineUE
  )
    return missing
  return [
    ...missing,
    error(
      'origin',
      under(path, 'origineFrance'),
      'La part de la France ne dépasse pas celle de l’Union européenne, dont elle est.'
    ),
  ]
}
