import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { countCall, countWrong } from '#web/api/rate'
import { told } from '#web/api/shapes'
import { frenchMessages } from '#web/validation_messages'
import type { OpenOperation } from '../open_api/open_operation.js'
import { ProbeUnknown } from './errors.js'
import { probeThatSigned, receiveLooks, type Sending } from './receive.js'

/** One a minute is sent, and what waited by five hundred. */
const MOST_A_MINUTE = 60
const MOST_AT_ONCE = 500

/** To the millisecond, as it is signed; a day that no calendar has is none. */
const instant = () =>
  vine
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}\.\d{3}Z$/)
const signature = () => vine.string().regex(/^[\w-]{86}$/)

const sending = vine.create({
  sentAt: instant(),
  signature: signature(),
  looks: vine
    .array(
      vine.object({
        at: instant(),
        up: vine.boolean({ strict: true }),
        ms: vine.number({ strict: true }).min(0).max(600_000).withoutDecimals(),
        // What is shown and signed line by line bears no other line
        fault: vine
          .string()
          .maxLength(100)
          .regex(/^\P{Cc}*$/u)
          .nullable(),
        signature: signature(),
      })
    )
    .minLength(1)
    .maxLength(MOST_AT_ONCE),
})
sending.messagesProvider = frenchMessages

const heard = vine.create({
  received: told.count(),
  known: told.count(),
  refused: vine.array(vine.object({ at: told.text(), says: told.text() })),
  driftMs: vine.number(),
  says: told.text().nullable(),
})

/** What a probe from elsewhere tells: whoever signs is who it is, and no token is asked for. */
export const probeOperations: OpenOperation[] = [
  {
    name: 'looks.store',
    call: 'POST /sondes/:id/mesures',
    title: 'Dire ce qu’une sonde du dehors a vu, une mesure par minute',
    says: 'Chaque mesure et l’envoi sont signés (Ed25519) ; `bin/probe.mjs` le fait. La même minute, redite, ne change rien : la première reste. Une horloge fausse est dite dans la réponse.',
    body: sending,
    answer: { of: 'MesuresRecues', shape: heard },
    refuses: [401],
    async run({ ctx, params, body }) {
      const probe = await signer(ctx, params.id, body)
      // Counted once it is known: whoever reads its name in an attestation does not silence it
      await countCall(ctx, `probe_${probe.id}`, MOST_A_MINUTE)
      return receiveLooks(probe, body)
    },
  },
]

async function signer(ctx: HttpContext, id: string, body: Sending) {
  try {
    return await probeThatSigned(id, body)
  } catch (error) {
    if (error instanceof ProbeUnknown) await countWrong(ctx)
    throw error
  }
}
