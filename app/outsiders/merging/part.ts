import { clock } from '#kernel/clock'
import Person from '#app/outsiders/people/person'
import { type By, note } from '#app/outsiders/people/told'
import { behind } from '#app/outsiders/wall/wall'
import { tellParted } from './acquainted.js'
import { columnsOf, withoutThoseOf } from './facts.js'
import { write } from './merge.js'
import { putIn, takeBack } from './moved_rows.js'
import PersonMerge from './person_merge.js'

/**
 * Makes two persons again of what was one: each finds what was its own, as it was; what was learned
 * since then stays with the record that answered for both. Outside any transaction.
 * @throws E_MERGE_MISSING
 */
export async function partPersons(keptId: string, mergeId: string, by: By): Promise<void> {
  const at = clock.now()
  const mergedId = await behind({ person: keptId }, async (trx) => {
    const merge = await PersonMerge.hold(mergeId)
    const kept = await Person.hold(keptId)
    const rows = await takeBack(trx, keptId, merge.moved)
    await write(keptId, columnsOf(withoutThoseOf(kept, merge.mergedId)))
    await merge.merge({ partedAt: at }).save()
    await note(keptId, 'parted', `Compte de ${merge.mergedName} séparé de celui-ci`, by)
    await behind({ person: merge.mergedId }, async () => {
      await putIn(trx, merge.mergedId, rows)
      await write(merge.mergedId, { merged_into: null })
      await note(merge.mergedId, 'parted', 'Séparé d’un autre compte', by)
    })
    return merge.mergedId
  })
  await tellParted(keptId, mergedId, at.toISO()!)
}
