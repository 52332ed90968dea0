import { LocalDate } from '#lib/values'
import { error, under, warning, type DecpFinding } from './finding.js'
import { isObject, type Value } from './value.js'
import { judgeHolder, judgeSiret } from './identifiers.js'
import { additionsOf, buyerField, holdersOf, wrapped, type DecpRecord } from './records.js'

/** The second filter: what the national consolidation sets aside though the schema admits it. */
export function judgeRecord(record: DecpRecord, today: LocalDate): DecpFinding[] {
  return [
    ...judgeNumber(record),
    ...judgeParties(record),
    ...judgeAmounts(record),
    ...judgeDurations(record),
    ...judgeDays(record, today),
    ...judgeWords(record),
  ]
}

function judgeNumber({ value, path }: DecpRecord): DecpFinding[] {
  if (typeof value.id !== 'string' || /^[A-Za-z0-9/\-_ .#]{1,16}$/.test(value.id)) return []
  return [
    error(
      'id-format',
      under(path, 'id'),
      `« ${value.id} » : un numéro compte 1 à 16 lettres sans accent, chiffres, espaces ou / - _ . #.`
    ),
  ]
}

function judgeParties(record: DecpRecord): DecpFinding[] {
  const { kind, value, path } = record
  const field = buyerField(kind)
  const buyer = value[field]
  const { modifications, actes } = additionsOf(record)
  const holders = [
    ...holdersOf(record),
    ...modifications.flatMap((one) => wrapped(one.value, 'titulaires', 'titulaire', one.path)),
    ...actes.flatMap((one) =>
      isObject(one.value.sousTraitant)
        ? [{ value: one.value.sousTraitant, path: under(one.path, 'sousTraitant') }]
        : []
    ),
  ]
  const ofBuyer =
    isObject(buyer) && typeof buyer.id === 'string'
      ? judgeSiret(buyer.id, under(under(path, field), 'id'))
      : []
  const ofHolders = holders.flatMap((one) =>
    judgeHolder(one.value.typeIdentifiant, one.value.id, under(one.path, 'id'))
  )
  const many = holdersOf(record).length > 3
  const beyond = warning(
    'holders-beyond-three',
    under(path, kind === 'marche' ? 'titulaires' : 'concessionnaires'),
    'Seuls les trois premiers titulaires sont gardés par la consolidation nationale : le mandataire vient en premier.'
  )
  return [...ofBuyer, ...ofHolders, ...(many ? [beyond] : [])]
}

/** A record and what was added to it, each an object with its pointer. */
function allOf(record: DecpRecord): { value: Value; path: string }[] {
  const { modifications, actes, acteModifications } = additionsOf(record)
  return [record, ...modifications, ...actes, ...acteModifications]
}

const MOST_EUROS = 3_000_000_000
const SUSPECT_FROM = 100_000_000

function judgeAmounts(record: DecpRecord): DecpFinding[] {
  return allOf(record).flatMap(({ value, path }) =>
    ['montant', 'valeurGlobale'].flatMap((field) => {
      const amount = value[field]
      const why = typeof amount === 'number' ? faultOfAmount(amount) : null
      return why ? [error('amount', under(path, field), `${amount} euros : ${why}.`)] : []
    })
  )
}

function faultOfAmount(amount: number): string | null {
  const digits = String(amount).replace(/\D/g, '')
  if (amount > MOST_EUROS) return 'un montant ne dépasse pas 3 milliards'
  if (digits.startsWith('123456789')) return 'ce montant commence par 123456789'
  const isRepeated = [...'123456789'].some((digit) => digits.split(digit).length > 7)
  return amount > SUSPECT_FROM && isRepeated ? 'un même chiffre y est sept fois ou plus' : null
}

/** Fifteen years, whatever the kind. */
const MOST_MONTHS = 180

function judgeDurations(record: DecpRecord): DecpFinding[] {
  return allOf(record)
    .filter(({ value }) => typeof value.dureeMois === 'number' && value.dureeMois > MOST_MONTHS)
    .map(({ value, path }) =>
      error(
        'duration',
        under(path, 'dureeMois'),
        `${value.dureeMois} mois : une durée ne dépasse pas ${MOST_MONTHS} mois.`
      )
    )
}

/** A concession is published before its start (R3131-1), which is then to come. */
const MAY_BE_TO_COME = ['dateDebutExecution']

function judgeDays(record: DecpRecord, today: LocalDate): DecpFinding[] {
  const yearly = wrapped(record.value, 'donneesExecution', 'donneesAnnuelles', record.path)
  return [...allOf(record), ...yearly].flatMap(({ value, path }) =>
    Object.entries(value)
      .filter(([name]) => name.startsWith('date'))
      .flatMap(([name, written]) => {
        if (typeof written !== 'string') return []
        const why = faultOfDay(written, MAY_BE_TO_COME.includes(name) ? null : today)
        return why ? [error('date', under(path, name), `« ${written} » ${why}.`)] : []
      })
  )
}

function faultOfDay(written: string, today: LocalDate | null): string | null {
  const day = /^20[123]\d-\d{2}-\d{2}$/.test(written) ? LocalDate.tryParse(written) : null
  if (day === null) return 'n’est pas un jour de 2010 à 2039, écrit AAAA-MM-JJ'
  return today && day.isAfter(today) ? 'est un jour à venir' : null
}

function judgeWords({ value, path }: DecpRecord): DecpFinding[] {
  const findings: DecpFinding[] = []
  const { objet } = value
  if (typeof objet === 'string' && [...objet.trim()].length < 5)
    findings.push(
      error('object-short', under(path, 'objet'), 'L’objet compte au moins cinq caractères.')
    )
  for (const [field, name] of [
    ['considerationsSociales', 'considerationSociale'],
    ['considerationsEnvironnementales', 'considerationEnvironnementale'],
  ]) {
    const holder = value[field]
    const words =
      isObject(holder) && Array.isArray(holder[name]) ? new Set<unknown>(holder[name]) : new Set()
    const none = [...words].find(
      (word) => typeof word === 'string' && word.startsWith('Pas de considération')
    )
    if (none !== undefined && words.size > 1)
      findings.push(
        error(
          'exclusive',
          under(under(path, field), name),
          `« ${String(none)} » exclut toute autre valeur.`
        )
      )
  }
  return findings
}
