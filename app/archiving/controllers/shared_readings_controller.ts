import type { HttpContext } from '@adonisjs/core/http'
import { journal } from '#kernel/journal'
import { saveSettings } from '#kernel/settings'
import { tenants } from '#kernel/tenant'

/** Whether a member lets its archives be read among those of others, by whoever keeps several. */
export default class SharedReadingsController {
  async update({ request, response, session, actor }: HttpContext) {
    // Compared with nothing: one switch, and each form says which way it turns it
    const shownTogether = request.input('shown') === '1'
    const { id, settings } = await tenants.hold()
    await saveSettings('archiving', { ...settings.archiving, shownTogether })
    await journal.append({
      type: 'archiving.shared_reading_changed',
      subject: { capability: 'kernel', type: 'tenant', id },
      actor,
      data: { shownTogether },
    })
    session.flash(
      'success',
      shownTogether
        ? 'Vos archives se lisent aussi avec celles des autres collectivités.'
        : 'Vos archives ne se lisent plus qu’ici.'
    )
    return response.redirect().back()
  }
}
