import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Unauthenticated } from '#web/api/errors'
import { countCall, countWrong } from '#web/api/rate'
import { establishmentsClaimedBy, type KnownOrganisation } from '#app/outsiders/facade'
import Person from '#app/outsiders/people/person'
import { behind } from '#app/outsiders/wall/wall'
import { holderOfToken } from './person_token.js'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** The establishment for which a program acts; on the routes of `outsiderProgramRoutes`. */
    company: KnownOrganisation
  }
}

/** A company's program asks: its token says who made it, and for which establishment it acts. */
export default class OutsiderProgramMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.response.header('cache-control', 'private, no-store')
    const said = ctx.request.header('authorization')
    const token = said ? await holderOfToken(said) : null
    // Who no longer claims the establishment has a token that opens nothing
    const company = token && (await claimed(token.personId, token.establishmentId))
    if (!token || !company) {
      ctx.response.header('www-authenticate', 'Bearer realm="halle"')
      if (said) await countWrong(ctx)
      throw new Unauthenticated()
    }
    await countCall(ctx, token.id)
    const { id, organisationId, name } = company
    ctx.company = company
    ctx.door = {
      personId: token.personId,
      name: await nameOf(token.personId),
      proof: 'token',
      establishment: { id, organisationId, name },
    }
    ctx.actor = { kind: 'outside', id: token.personId }
    return next()
  }
}

const claimed = async (personId: string, establishmentId: string) =>
  (await establishmentsClaimedBy(personId)).find(({ id }) => id === establishmentId)

const nameOf = (personId: string) =>
  behind({ person: personId }, async () => (await Person.get(personId)).fullName)
