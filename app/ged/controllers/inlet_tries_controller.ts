import type { HttpContext } from '@adonisjs/core/http'
import { DomainError } from '#lib/errors'
import { here } from '#web/here'
import { interlude } from '#web/interlude'
import Inlet from '../inlets/inlet.js'
import { openInlet } from '../inlets/inlet_source.js'

/** « Essayer »: whether a folder of scans or a mailbox opens, and how much waits there; nothing is taken. */
export default class InletTriesController {
  async store(ctx: HttpContext) {
    // Compared with nothing: it changes nothing
    const { tenant, params, session, response } = ctx
    const inlet = await Inlet.get(params.inlet)
    return interlude(
      async () => {
        try {
          const source = await openInlet(tenant, inlet)
          return { waits: await source.count().finally(() => source.close()) }
        } catch (error) {
          if (error instanceof DomainError) return { trouble: error.message }
          throw error
        }
      },
      async ({ waits, trouble }: { waits?: number; trouble?: string }) => {
        if (trouble) session.flash('error', trouble)
        else session.flash('success', `Elle s’ouvre : ${waitsOf(waits!)}.`)
        return response.redirect(here('ged.inlets.show', { tenant, inlet: inlet.id }))
      }
    )
  }
}

const waitsOf = (count: number): string =>
  count === 0
    ? 'rien n’y attend'
    : count === 1
      ? 'un élément y attend'
      : `${count} éléments y attendent`
