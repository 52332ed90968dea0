import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { here } from '#web/here'
import { typesScreen } from '../screens/types_screen.js'
import DocumentType, { codeOf } from '../types/document_type.js'
import { readType } from '../types/read_type.js'

/** What documents are, for how long each is kept, and what becomes of it then. */
export default class TypesController {
  async index(ctx: HttpContext) {
    return ctx.view.render('ged/types', await typesScreen(ctx))
  }

  /** A type of that name takes what is said; there is one more when none has it. */
  async store(ctx: HttpContext) {
    // Compared with nothing: what is said of a type is written together, and the journal says who did
    const { label, ...told } = await readType(ctx)
    const code = codeOf(label)
    const known = (await DocumentType.query()).find((one) => one.isCalled(label))
    const type = known
      ? await known.merge(told).save()
      : await DocumentType.create({
          ...told,
          code,
          label,
          fields: NO_FIELDS,
          createdAt: clock.now(),
        })
    const subject = { capability: 'ged', type: 'type', id: type.id }
    await journal.append({ type: 'ged.type_told', subject, actor: ctx.actor, data: told })
    ctx.session.flash('success', `Le type « ${type.label} » est enregistré.`)
    return ctx.response.redirect(here('ged.types.index', { tenant: ctx.tenant }))
  }
}

/** The column is JSON, where Lucid would write an array of PostgreSQL. */
const NO_FIELDS = '[]' as unknown as []
