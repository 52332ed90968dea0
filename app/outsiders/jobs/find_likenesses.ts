import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { twinsOf } from '#app/outsiders/likeness/twins_of'
import { knownAmong, membersKnowing } from '#app/outsiders/people/acquaintance'
import Person from '#app/outsiders/people/person'
import { behind } from '#app/outsiders/wall/wall'
import { walled } from '#app/outsiders/wall/walled_model'

/**
 * Looks for the records that may be of the same person as this one, and lays each in the basket of
 * the members that know either. Nothing is joined by itself; found twice, a doubt is laid once.
 */
export const findLikenesses = defineJob<{ personId: string }>({
  name: 'outsiders.find_likenesses',
  title: 'Chercher les fiches qui se ressemblent',
  onGiveUp: { nobodyNeeds: 'two records stay two, as they were; the next meeting looks again' },
  async handle({ personId }) {
    const person = await behind({ person: personId }, () => Person.find(personId, walled()))
    if (!person || person.closedAt || person.mergedInto) return
    for (const { person: twin } of await twinsOf(person, personId)) await lay(person, twin)
  },
})

async function lay(one: Person, other: Person): Promise<void> {
  // The identifiers bear their hour: the older record comes first
  const [older, newer] = one.id < other.id ? [one, other] : [other, one]
  const members = [...(await membersKnowing(older.id)), ...(await membersKnowing(newer.id))]
  for (const tenantId of new Set(members)) await tenancy.run(tenantId, () => layHere(older, newer))
}

/** A member keeps the names of the records that it knows, and no other. */
async function layHere(older: Person, newer: Person): Promise<void> {
  const known = await knownAmong([older.id, newer.id])
  const nameOf = (person: Person) => (known.has(person.id) ? person.fullName : '')
  await tenancy
    .trx()
    .knexQuery()
    .table('kernel.likenesses')
    .insert({
      ...{ tenant_id: tenancy.tenantId(), id: uuidv7() },
      ...{ person_id: older.id, person_name: nameOf(older) },
      ...{ other_id: newer.id, other_name: nameOf(newer) },
    })
    .onConflict(['tenant_id', 'person_id', 'other_id'])
    .ignore()
}
