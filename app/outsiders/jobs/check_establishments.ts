import { clock } from '#kernel/clock'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { factsOf } from '#app/outsiders/organisations/keep'
import type { Entry, Register } from '#app/outsiders/organisations/register'
import { sireneRegister } from '#app/outsiders/organisations/sirene_gateway'
import { numberKey } from '#app/outsiders/organisations/typed_number'

const AT_ONCE = 50

/**
 * Asks the register for the establishments that were accepted while it was silent. Stops at its
 * first silence: it will be asked again. Returns how many it answered for.
 */
export async function checkEstablishments(register: Register = sireneRegister): Promise<number> {
  const rows = await systemDb()
    .from('kernel.establishments')
    .whereNull('checked_at')
    .whereNotNull('siret')
    .orderBy('created_at')
    .limit(AT_ONCE)
  let answered = 0
  for (const { id, siret, organisation_id: organisationId } of rows) {
    const found = await register.find(siret)
    if (found.kind === 'unreachable') return answered
    answered++
    await (found.kind === 'found' ? learn(id, organisationId, found.value) : isUnknown(id))
  }
  return answered
}

const isUnknown = (id: string) =>
  systemDb()
    .from('kernel.establishments')
    .where('id', id)
    .update({ checked_at: clock.now().toJSDate(), source: 'absent of sirene' })

async function learn(id: string, organisationId: string, entry: Entry): Promise<void> {
  const { checkedAt, isSeat, ...facts } = factsOf(entry)
  await systemDb()
    .from('kernel.establishments')
    .where('id', id)
    .update({ ...facts, is_seat: isSeat, checked_at: checkedAt.toJSDate() })
  if (entry.rna) await joinTwin(organisationId, entry.rna)
  const numbers = [numberKey({ kind: 'siren', value: entry.siren })]
  if (entry.rna) numbers.push(numberKey({ kind: 'rna', value: entry.rna }))
  await systemDb()
    .from('kernel.organisations')
    .where('id', organisationId)
    .update({
      ...{ name: entry.name, kind: entry.kind, siren: entry.siren, source: 'sirene' },
      ...{ rna: entry.rna, numbers, standing: entry.isUnitActive ? 'active' : 'ceased' },
      checked_at: checkedAt.toJSDate(),
    })
}

/** The same association was known by its RNA alone: its places are those of one organisation now. */
async function joinTwin(organisationId: string, rna: string): Promise<void> {
  const twin = await systemDb()
    .from('kernel.organisations')
    .where('rna', rna)
    .whereNot('id', organisationId)
    .first()
  if (!twin) return
  await systemDb()
    .from('kernel.establishments')
    .where('organisation_id', twin.id)
    .update({ organisation_id: organisationId })
  await systemDb()
    .from('kernel.organisations')
    .where('id', twin.id)
    .update({ rna: null, numbers: [], standing: 'ceased' })
}

definePeriodic({
  name: 'outsiders.check_establishments',
  title: 'Vérifier les établissements acceptés sans le répertoire',
  everySeconds: 600,
  run: async () => void (await checkEstablishments()),
})
