import type { Call, Operation } from '#web/api/operation'
import type { Actor } from '#kernel/actor'
import { auditAgain, gatherProof, holdValidator, placeHold } from '../keeping.js'
import ArchiveHold from '../models/archive_hold.js'
import Deposit from '../models/deposit.js'
import { retryDeposit } from '../retry.js'
import { depositAnswer, toldAgain } from './deposit_resource.js'

/** Does that to the deposit that is named, and tells it again. */
const does =
  (gesture: (deposit: Deposit, by: Actor) => Promise<void>) =>
  async ({ params, ctx }: Call) => {
    await gesture(await Deposit.get(params.id), ctx.actor)
    return toldAgain(params.id)
  }

export const keepingOperations: Operation[] = [
  {
    name: 'retry',
    call: 'POST /versements/:id/reprise',
    permission: 'archiving.retry',
    title: 'Reprendre un versement rejeté ou en échec',
    answer: depositAnswer(202),
    seen: { nothing: 'only a deposit that failed starts again' },
    refuses: [409],
    gestures: ['archiving.retries.store', 'archiving.lists.store'],
    run: does(retryDeposit),
  },
  {
    name: 'gather_proof',
    call: 'POST /versements/:id/preuve',
    permission: 'archiving.retry',
    title: 'Refaire le dossier de preuve',
    answer: depositAnswer(202),
    seen: { nothing: 'a proof is built again from what is kept, under one key' },
    refuses: [409],
    gestures: ['archiving.proofs.store'],
    run: does(gatherProof),
  },
  {
    name: 'audit',
    call: 'POST /versements/:id/relecture',
    permission: 'archiving.audit',
    title: 'Faire relire les fichiers archivés d’un versement',
    answer: depositAnswer(202),
    seen: { nothing: 'it reads the files again, under one key' },
    gestures: ['archiving.audits.store', 'archiving.lists.store'],
    run: does(auditAgain),
  },
  {
    name: 'hold',
    call: 'POST /versements/:id/gels',
    permission: 'archiving.hold',
    title: 'Geler un versement',
    body: holdValidator,
    answer: depositAnswer(201),
    seen: { nothing: 'a hold is added beside those that stand' },
    gestures: ['archiving.holds.store'],
    run: ({ params, body, ctx }) =>
      does((deposit, by) => placeHold(deposit, body, by))({ params, ctx } as Call),
  },
  {
    name: 'lift_hold',
    call: 'DELETE /versements/:id/gels/:hold',
    permission: 'archiving.hold',
    title: 'Lever un gel',
    answer: depositAnswer(),
    seen: { nothing: 'a hold that does not stand any more refuses' },
    refuses: [409],
    gestures: ['archiving.holds.destroy'],
    async run({ params, ctx }) {
      const deposit = await Deposit.get(params.id)
      const hold = await ArchiveHold.hold(deposit, params.hold)
      await hold.lift(deposit, ctx.actor)
      return toldAgain(params.id)
    },
  },
]
