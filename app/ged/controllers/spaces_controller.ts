import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { here } from '#web/here'
import { spaceFor } from '../access/allowed.js'
import { NameTaken } from '../errors.js'
import { folderScreen } from '../screens/folder_screen.js'
import { spacesScreen } from '../screens/spaces_screen.js'
import Space from '../spaces/space.js'
import { openService, slugOf } from '../spaces/usual_spaces.js'

const validator = vine.create({ name: vine.string().trim().minLength(2).maxLength(80) })

/** The spaces that a person may open, and each of them at its root. */
export default class SpacesController {
  async index(ctx: HttpContext) {
    return ctx.view.render('ged/index', await spacesScreen(ctx))
  }

  async show(ctx: HttpContext) {
    const { space, root, level } = await spaceFor(ctx, ctx.params.slug)
    const page = { space, place: root, folder: null, level }
    return ctx.view.render('ged/folder', await folderScreen(ctx, page))
  }

  async store({ request, response, tenant, session }: HttpContext) {
    // Compared with nothing: a space is added beside the others, under an address of its own
    const { name } = await request.validateUsing(validator)
    const slug = slugOf(name)
    if (!slug || (await Space.query().where('slug', slug).first())) {
      throw new NameTaken(name).at('name')
    }
    await openService(slug, name)
    session.flash('success', `L’espace « ${name} » est ouvert à tous les agents.`)
    return response.redirect(here('ged.spaces.show', { tenant, slug }))
  }
}
