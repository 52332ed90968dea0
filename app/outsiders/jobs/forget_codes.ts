import { moment } from '#identity'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'

/** Forgets the codes of doors that are over: with them, the addresses that nobody proved. */
export async function forgetCodes(): Promise<void> {
  await systemDb().from('kernel.door_codes').where('expires_at', '<', moment()).delete()
}

definePeriodic({
  name: 'outsiders.forget_codes',
  title: 'Effacer les codes de connexion finis des usagers',
  everySeconds: 900,
  run: forgetCodes,
})
