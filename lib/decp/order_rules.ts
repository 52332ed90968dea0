import { LocalDate } from '#lib/values'
import { error, under, warning, type DecpFinding } from './finding.js'
import { additionsOf, identityOf, type DecpRecord } from './records.js'

/** Records that are one for the consolidation. */
export function judgeTwice(records: DecpRecord[]): DecpFinding[] {
  const seen = new Map<string, string>()
  return records.flatMap((record) => {
    const identity = JSON.stringify([record.kind, identityOf(record)])
    const first = seen.get(identity)
    if (first === undefined) {
      seen.set(identity, record.path)
      return []
    }
    return [
      error(
        'id-twice',
        under(record.path, 'id'),
        `Même numéro, même acheteur et même premier titulaire que ${first}.`
      ),
    ]
  })
}

/** Modifications are 1, 2, 3… in the order of their notification. */
export function judgeModifications(record: DecpRecord): DecpFinding[] {
  const field = notifiedField(record)
  let latest = ''
  return additionsOf(record).modifications.flatMap(({ value, path }, index) => {
    const findings: DecpFinding[] = []
    if (Number.isInteger(value.id) && value.id !== index + 1)
      findings.push(
        error(
          'modification-order',
          under(path, 'id'),
          `Cette modification est la ${index === 0 ? '1re' : `${index + 1}e`}, et porte le numéro ${String(value.id)}.`
        )
      )
    const day = value[field]
    if (typeof day === 'string' && day < latest)
      findings.push(
        error(
          'modification-order',
          under(path, field),
          `Cette modification est datée du ${day}, avant la précédente (${latest}).`
        )
      )
    if (typeof day === 'string' && day > latest) latest = day
    return findings
  })
}

const notifiedField = ({ kind }: DecpRecord) =>
  kind === 'marche' ? 'dateNotificationModification' : 'dateSignatureModification'

/** Published after two months (R2196-1), or after the start of a concession (R3131-1). */
export function judgeLate(record: DecpRecord): DecpFinding[] {
  const { modifications, actes, acteModifications } = additionsOf(record)
  const initial =
    record.kind === 'marche'
      ? lateAfter(record, 'dateNotification', 'datePublicationDonnees')
      : lateAfter(record, 'dateDebutExecution', 'datePublicationDonnees', 0)
  return [
    ...initial,
    ...modifications.flatMap((one) =>
      lateAfter(one, notifiedField(record), 'datePublicationDonneesModification')
    ),
    ...actes.flatMap((one) => lateAfter(one, 'dateNotification', 'datePublicationDonnees')),
    ...acteModifications.flatMap((one) =>
      lateAfter(one, 'dateNotificationModificationSousTraitance', 'datePublicationDonnees')
    ),
  ]
}

function lateAfter(
  { value, path }: { value: Record<string, unknown>; path: string },
  from: string,
  published: string,
  months = 2
): DecpFinding[] {
  const [start, end] = [dayIn(value[from]), dayIn(value[published])]
  if (!start || !end || !end.isAfter(start.plusMonths(months))) return []
  const due = months === 0 ? 'le début de l’exécution' : 'deux mois'
  return [warning('late', under(path, published), `Publié le ${end.toFrench()}, après ${due}.`)]
}

const dayIn = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? LocalDate.tryParse(value) : null
