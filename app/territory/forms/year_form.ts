import { people } from '#kernel/people'
import type Fiche from '../models/fiche.js'
import FicheRevision from '../models/fiche_revision.js'
import type { TypedYear } from '../models/yearly_entry.js'
import { formatNumber } from '../rules/french_number.js'
import type { Form } from './form.js'

/** The form on the values of a year: one line an indicator. */
export function yearForm(fiche: Fiche, year: number): Form<TypedYear> {
  const lines = fiche.indicators.map((indicator) => {
    const known = indicator.resultOf(year)
    const { source, comment } = known ?? {}
    return {
      indicator,
      typed: {
        value: known ? formatNumber(Number(known.value), indicator.precision) : '',
        until: String(known?.periodTo?.month ?? 12),
        source: source ?? '',
        comment: comment ?? '',
      },
    }
  })
  const stored = {
    values: Object.fromEntries(lines.map(({ indicator, typed }) => [indicator.id, typed])),
  }
  return {
    key: `fiche:${fiche.id}:valeurs-${year}`,
    // A line that is not sent stays as it is; only one sent empty is taken away.
    blank: stored,
    stored,
    async lastChange() {
      const last = await FicheRevision.query()
        .where('ficheId', fiche.id)
        .whereLike('field', `valeur ${year}%`)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .first()
      if (!last) return null
      const names = await people.names([last.actorId])
      const told = lines.map(({ indicator, typed }) => `${indicator.title} : ${typed.value || '–'}`)
      const by = names.get(last.actorId ?? '') ?? 'Une autre personne'
      return { by, at: last.at, told: told.join('\n') }
    },
  }
}
