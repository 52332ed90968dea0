import { test } from '@japa/runner'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import Deposit from '#app/archiving/models/deposit'
import { openTroubleTask } from '#app/archiving/jobs/settling'
import { person, place } from '#tests/world/world'
import { forgetWhatWaits } from '#tests/helpers/mails'
import { discreetWords } from '#web/messages/said'
import { askForDeposit } from './archive_world.js'

test.group('What waits in the archives is told by mail', () => {
  test('without the title of the deposit, which bears the objet of an acte', async ({ assert }) => {
    const { id } = await place('kervalan')
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    await forgetWhatWaits(id)
    const depositId = await askForDeposit(id, { title: 'Arrêté 12 : blâme de Jean Le Bihan' })
    await tenancy.run(id, async () => {
      const deposit = await Deposit.get(depositId)
      await openTroubleTask(deposit)
      await tasks.open({
        key: `archiving.proof:${depositId}`,
        capability: 'archiving',
        title: `Demander de nouveau le dossier de preuve de « ${deposit.title} »`,
        url: '/c/kervalan/archives',
        role: 'agent',
        subjectId: depositId,
      })
      const waiting = await tasks.waitingFor(
        { userId: agent.id, roles: ['agent'], title: null },
        50
      )
      const words = [...(await discreetWords(waiting)).values()]
      assert.sameMembers(words, [
        'Reprendre un versement',
        'Demander de nouveau le dossier de preuve d’un versement',
      ])
    })
  })
})
