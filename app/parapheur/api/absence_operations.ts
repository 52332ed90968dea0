import vine from '@vinejs/vine'
import type { Call, Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import { delegate, holdDesks, revoke } from '../circuit/delegate.js'
import { delegationsSeenBy } from '../circuit/delegations.js'
import { delegationValidator } from '../validators.js'

const absencesShape = vine.create({
  absences: vine.array(
    vine.object({
      id: told.id(),
      desk: told.text(),
      substitute: told.text(),
      from: told.day(),
      to: told.day(),
    })
  ),
})

async function toldAbsences({ ctx }: Call) {
  const lines = await delegationsSeenBy(ctx.actor.id!, ctx.allows('parapheur.manage'))
  const absences = lines.map(({ id, desk, substitute, from, to }) => ({
    id,
    desk,
    substitute,
    from: from.toString(),
    to: to.toString(),
  }))
  return { absences }
}

/** The same, held: two who plan at once plan one after the other. */
async function seenAbsences(call: Call) {
  await holdDesks()
  return toldAbsences(call)
}

const answer = (status: 200 | 201 = 200) =>
  ({ kind: 'thing', of: 'Absences', shape: absencesShape, status }) as const

export const absenceOperations: Operation[] = [
  {
    name: 'absences',
    call: 'GET /absences',
    permission: 'parapheur.act',
    title: 'Lister les absences prévues',
    answer: answer(),
    gestures: [],
    run: toldAbsences,
  },
  {
    name: 'plan_absence',
    call: 'POST /absences',
    permission: 'parapheur.act',
    title: 'Prévoir une absence et qui remplace',
    body: delegationValidator,
    answer: answer(201),
    seen: seenAbsences,
    gestures: ['parapheur.delegations.store'],
    async run(call) {
      await delegate(call.body, call.ctx.actor, call.ctx.allows('parapheur.manage'))
      return toldAbsences(call)
    },
  },
  {
    name: 'end_absence',
    call: 'DELETE /absences/:id',
    permission: 'parapheur.act',
    title: 'Arrêter une absence',
    answer: answer(),
    seen: { nothing: 'an absence that is over already refuses, or is not there' },
    gestures: ['parapheur.delegations.destroy'],
    async run(call) {
      const { params, ctx } = call
      await revoke(params.id, ctx.actor, ctx.allows('parapheur.manage'))
      return toldAbsences(call)
    },
  },
]
