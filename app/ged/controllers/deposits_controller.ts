import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { here } from '#web/here'
import { interlude } from '#web/interlude'
import { incomingFiles } from '#web/uploads'
import { placeFor, spaceFor } from '../access/allowed.js'
import { depositEach } from '../depositing/deposit_each.js'
import { describeEach } from '../depositing/describe_each.js'
import { FilesMissing } from '../errors.js'
import { depositScreen, keepDeposit } from '../screens/deposit_screen.js'

/** Of one drop: each is written, hashed and looked at while she waits; and a form holds a thousand fields. */
const MOST_FILES = 300

const validator = vine.create({ parent: vine.string().uuid().optional() })

/** Files dropped in a folder: each becomes a document, or is refused with its reason. */
export default class DepositsController {
  async store(ctx: HttpContext) {
    // Compared with nothing: documents are added beside those that stand there
    const { parent = null } = await ctx.request.validateUsing(validator)
    const { tenant, params, response } = ctx
    const { slug } = params
    await placeFor(ctx, slug, parent, 'contributor')
    const files = await incomingFiles(ctx, 'files', MOST_FILES)
    if (files.length === 0) throw new FilesMissing().at('files')
    return interlude(
      (tenantId) => depositEach(ctx, tenantId, { slug, parent, files }),
      async (lines) => {
        keepDeposit(ctx, { slug, parent, lines })
        return response.redirect(here('ged.deposits.show', { tenant, slug }))
      }
    )
  }

  /** What became of the last files that she dropped there, and what was read of each. */
  async show(ctx: HttpContext) {
    const { tenant, params, view, response } = ctx
    const screen = await depositScreen(ctx, params.slug)
    if (!screen) return response.redirect(here('ged.spaces.show', { tenant, slug: params.slug }))
    return view.render('ged/deposit', screen)
  }

  /** What was read of them, as she corrects it. */
  async update(ctx: HttpContext) {
    // Compared with nothing: a type and a day are written whole, and the journal says who did
    await spaceFor(ctx, ctx.params.slug)
    const changed = await describeEach(ctx)
    const said = changed === 1 ? 'Un document est décrit.' : `${changed} documents sont décrits.`
    ctx.session.flash('success', changed === 0 ? 'Rien n’a changé.' : said)
    return ctx.response.redirect().back()
  }
}
