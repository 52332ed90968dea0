import { MATIERE_PATH, PUBLIC_STATES } from '../rules/publication.js'
import { PUBLICATION_RULES, type PublicationRule } from '../rules/publication_table.js'
import Acte from './acte.js'

/**
 * The actes that everybody reads: the only query of what is public. It asks the law each time, as
 * `publicForm` does of one acte, so that no date nor box of a row shows what the law keeps back.
 */
export function publicActes() {
  return Acte.query()
    .whereNotNull('publishedOn')
    .whereIn('state', [...PUBLIC_STATES])
    .where((shown) =>
      shown
        .whereNotNull('redactedDocumentId')
        .orWhere((whole) => whole.where('withheld', false).whereRaw(LAW.sql, LAW.bindings))
    )
}

/** Those whose rows still say that they are public, though the law keeps them back. */
export function keptBackThoughPublished() {
  return Acte.query()
    .whereNotNull('publishedOn')
    .whereNull('redactedDocumentId')
    .where('withheld', false)
    .whereRaw(`not (${LAW.sql})`, LAW.bindings)
    .orderBy('id')
}

/** The table of the law as a condition: the first rule that fits decides. */
const LAW = (() => {
  const cases = PUBLICATION_RULES.map(conditionOf)
  const whens = cases.map(({ sql }, index) => {
    return `when ${sql} then ${PUBLICATION_RULES[index].verdict === 'published'}`
  })
  return {
    sql: `case when matiere !~ ? then false ${whens.join(' ')} else false end`,
    bindings: [MATIERE_PATH, ...cases.flatMap(({ bindings }) => bindings)],
  }
})()

function conditionOf({ since, natures, matieres }: PublicationRule) {
  const parts = ['(decision_date is null or decision_date >= ?::date)']
  const bindings: (string | number)[] = [since]
  if (natures !== 'all') {
    parts.push(`nature_code in (${natures.map(() => '?').join(', ')})`)
    bindings.push(...natures)
  }
  if (matieres !== 'all') {
    parts.push(`(${matieres.map(() => 'matiere = ? or starts_with(matiere, ?)').join(' or ')})`)
    bindings.push(...matieres.flatMap((path) => [path, `${path}.`]))
  }
  return { sql: parts.join(' and '), bindings }
}
