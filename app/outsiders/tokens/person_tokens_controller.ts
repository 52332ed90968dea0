import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { frenchMessages } from '#web/validation_messages'
import { establishmentsClaimedBy } from '#app/outsiders/facade'
import { openPersonToken, revokePersonToken, tokensOf } from './person_token.js'

const LIVES = [
  { value: '30', label: 'Un mois' },
  { value: '90', label: 'Trois mois' },
  { value: '365', label: 'Un an' },
]
const PAGE = '/moi/jetons'

/** The tokens of her company's programs. */
export default class PersonTokensController {
  async index(ctx: HttpContext) {
    return ctx.view.render('outsiders/tokens', await screen(ctx))
  }

  /** The value is shown in this answer only. */
  async store(ctx: HttpContext) {
    // Compared with nothing: it adds one, and changes none that was seen
    const claimed = await establishmentsClaimedBy(ctx.door.personId)
    const asked = vine.create({
      name: vine.string().trim().minLength(2).maxLength(60),
      establishment: vine.enum(claimed.map(({ id }) => id)),
      days: vine.number().in([30, 90, 365]),
    })
    asked.messagesProvider = frenchMessages
    const { establishment: establishmentId, ...rest } = await ctx.request.validateUsing(asked)
    const { personId } = ctx.door
    const value = await openPersonToken({ personId, establishmentId, ...rest })
    return ctx.view.render('outsiders/tokens', { ...(await screen(ctx)), value })
  }

  async destroy({ door, params, response, session }: HttpContext) {
    // Compared with nothing: her own token, which opens or does not
    await revokePersonToken(door.personId, params.id)
    session.flash('success', 'Ce jeton ne permet plus rien.')
    return response.redirect(PAGE)
  }
}

async function screen({ door }: HttpContext) {
  const claimed = await establishmentsClaimedBy(door.personId)
  const names = new Map(claimed.map(({ id, name }) => [id, name]))
  const tokens = (await tokensOf(door.personId)).map((token) => ({
    ...{ id: token.id, name: token.name },
    company: names.get(token.establishmentId) ?? 'Vous n’agissez plus pour elle',
    lastUsedAt: token.lastUsedAt?.toISO(),
    expiresAt: token.expiresAt.toISO(),
  }))
  return { tokens, claimed, lives: LIVES, value: null }
}
