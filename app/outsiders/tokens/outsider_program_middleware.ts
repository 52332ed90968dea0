import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Unauthenticated } from '#web/api/errors'
import { countCall, countWrong } from '#web/api/rate'
import { claimantOf, type ActedFor } from './claimant.js'
import { holderOfToken } from './person_token.js'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** The establishment for which a program acts; on the routes of `outsiderProgramRoutes`. */
    company: ActedFor
  }
}

/** A company's program asks: its token says who made it, and for which establishment it acts. */
export default class OutsiderProgramMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.response.header('cache-control', 'private, no-store')
    const said = ctx.request.header('authorization')
    const token = said ? await holderOfToken(said) : null
    // Who no longer claims the establishment has a token that opens nothing
    const claimant = token && (await claimantOf(token))
    if (!token || !claimant) {
      ctx.response.header('www-authenticate', 'Bearer realm="halle"')
      if (said) await countWrong(ctx)
      throw new Unauthenticated()
    }
    await countCall(ctx, token.id)
    const { name, company } = claimant
    const { id, organisationId } = company
    ctx.company = company
    ctx.door = {
      personId: token.personId,
      name,
      proof: 'token',
      establishment: { id, organisationId, name: company.name },
    }
    ctx.actor = { kind: 'outside', id: token.personId }
    return next()
  }
}
