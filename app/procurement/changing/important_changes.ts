import type Consultation from '../drafting/consultation.js'
import { daysAfterChange } from '../rules/dossier_diff.js'
import type { Cause } from '../rules/proposed_hour.js'
import DossierVersion from './dossier_version.js'

/** Important changes of the dossier: who answers keeps days in proportion to each (R2151-4, 2°). */
export async function importantChangeCauses(consultation: Consultation): Promise<Cause[]> {
  const found = await DossierVersion.query()
    .where({ consultationId: consultation.id, weight: 'important' })
    .orderBy('number')
  const { publishedAt, deadline } = consultation
  return found.map(({ number, at, files, diff }) => {
    const { added, removed, modified } = diff
    const share = (added.length + removed.length + modified.length) / Math.max(1, files.length)
    const days = daysAfterChange(
      share,
      at.diff(publishedAt!, 'days').days,
      deadline.diff(publishedAt!, 'days').days
    )
    return {
      until: at.plus({ days }),
      reason: `La version ${number} du dossier change de façon importante ce qu’il faut lire : ${days} jours sont laissés pour en tenir compte (R2151-4).`,
    }
  })
}
