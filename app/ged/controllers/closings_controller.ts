import type { HttpContext } from '@adonisjs/core/http'
import { depositOf } from '#rooms/archiving'
import { here } from '#web/here'
import { closeFolder, reopenFolder } from '../closing/close_folder.js'
import { closingOf, refuseClosed } from '../closing/closed.js'
import { readClosing } from '../closing/read_closing.js'
import { folderToClose } from '../closing/who_closes.js'
import { ClosedDeposited, FolderNotClosed } from '../errors.js'
import { closingScreen } from '../screens/closing_screen.js'

/** The end of a folder: what it holds is read and changes no more, and goes to the archives. */
export default class ClosingsController {
  async show(ctx: HttpContext) {
    const folder = await folderToClose(ctx, ctx.params.id)
    await refuseClosed([folder.accessId])
    return ctx.view.render('ged/closing', await closingScreen(ctx, folder))
  }

  async store(ctx: HttpContext) {
    // Compared with nothing: a folder that is closed already is refused, and the journal says what was
    const folder = await folderToClose(ctx, ctx.params.id, { hold: true })
    await refuseClosed([folder.accessId])
    const asked = await readClosing(ctx)
    await closeFolder(folder, asked, ctx.actor)
    const deposited = asked.deposit ? ', et versé aux archives' : ''
    ctx.session.flash('success', `Le dossier « ${folder.name} » est clos${deposited}.`)
    return ctx.response.redirect(here('ged.folders.show', { tenant: ctx.tenant, id: folder.id }))
  }

  async destroy(ctx: HttpContext) {
    const folder = await folderToClose(ctx, ctx.params.id, { hold: true })
    const closing = await closingOf(folder.accessId)
    if (closing?.folderId !== folder.id) throw new FolderNotClosed()
    const deposit = await depositOf({ capability: 'ged', id: folder.id })
    if (deposit) throw new ClosedDeposited()
    await reopenFolder(folder, ctx.actor)
    ctx.session.flash('success', `Le dossier « ${folder.name} » est rouvert.`)
    return ctx.response.redirect(here('ged.folders.show', { tenant: ctx.tenant, id: folder.id }))
  }
}
