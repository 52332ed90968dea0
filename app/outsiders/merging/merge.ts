import { closeSessionsOf } from '#identity'
import { clock } from '#kernel/clock'
import { matchPersons } from '#lib/outsiders'
import { uuidv7 } from '#lib/values'
import { identityOf } from '#app/outsiders/doors/claims'
import { NotOnePerson } from '#app/outsiders/errors'
import Person from '#app/outsiders/people/person'
import { type By, note } from '#app/outsiders/people/told'
import { behind } from '#app/outsiders/wall/wall'
import { walled } from '#app/outsiders/wall/walled_model'
import { tellMerged } from './acquainted.js'
import { columnsOf, completedBy } from './facts.js'
import { idsOf, placesOf, putIn, takeOut } from './moved_rows.js'
import PersonMerge from './person_merge.js'

/**
 * Makes one person of two records, at the word of who gave a secret of each. Outside any transaction.
 * @throws E_NOT_ONE_PERSON when the two civil statuses cannot be of one person
 */
export async function mergePersons(keptId: string, mergedId: string, by: By): Promise<void> {
  await joinRecords(keptId, mergedId, by)
  await finishMerge(keptId, mergedId)
}

/**
 * The rows of it alone, in the transaction in context or in one of its own: the first record answers
 * for both, the second keeps its civil status, its password and its code on paper, asleep. Whoever
 * calls this sees that `finishMerge` follows the commit. @throws E_NOT_ONE_PERSON
 */
export async function joinRecords(keptId: string, mergedId: string, by: By): Promise<void> {
  if (keptId === mergedId) throw new NotOnePerson()
  const at = clock.now()
  await behind({ person: mergedId }, async (trx) => {
    const merged = await Person.hold(mergedId)
    await behind({ person: keptId }, async () => {
      const kept = await Person.hold(keptId)
      mustBeOne(kept, merged)
      const stays = await placesOf(trx, keptId)
      const rows = await behind({ person: mergedId }, () => takeOut(trx, mergedId, stays))
      await putIn(trx, keptId, rows)
      await write(keptId, columnsOf(completedBy(kept, merged)))
      const [mergedName, moved] = [merged.fullName, idsOf(rows)]
      await PersonMerge.create(
        { id: uuidv7(), keptId, mergedId, mergedName, moved, mergedAt: at },
        walled()
      )
      await note(keptId, 'merged', `Compte de ${mergedName} réuni à celui-ci`, by)
    })
    await write(mergedId, { merged_into: keptId })
    await note(mergedId, 'merged', `Réuni au compte de la même personne`, by)
  })
}

/** What follows: the other record's sessions close, the members that knew it are told. Done twice, it does no harm. */
export async function finishMerge(keptId: string, mergedId: string): Promise<void> {
  await closeSessionsOf(mergedId, undefined, 'person_id')
  await tellMerged(keptId, mergedId, clock.now().toISO()!)
}

/** Raw, so that nothing else of the row moves: what is undone must come back as it was. */
export const write = (id: string, columns: object): Promise<unknown> =>
  walled().client.from('kernel.persons').where('id', id).update(columns)

function mustBeOne(one: Person, other: Person): void {
  const [a, b] = [identityOf(one), identityOf(other)]
  if (a && b && matchPersons(a, b) === 'different') throw new NotOnePerson()
}
