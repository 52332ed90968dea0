import type { HttpContext } from '@adonisjs/core/http'
import { journal } from '#kernel/journal'
import { isReturnAddress } from '../formats/envelope.js'
import { actesSettings, saveActesSettings } from '../settings.js'
import { settingsValidator } from '../validators/acte_form.js'

export default class SettingsController {
  async edit({ view, tenant }: HttpContext) {
    return view.render('actes/settings', {
      base: `/c/${tenant.slug}/actes`,
      settings: actesSettings(tenant),
    })
  }

  async update({ request, response, session, tenant, actor }: HttpContext) {
    const here = `/c/${tenant.slug}/actes/reglages`
    const form = await request.validateUsing(settingsValidator)
    const addresses = (form.extraReturnAddresses ?? '').split(/[\s,;]+/).filter(Boolean)
    const wrong = addresses.find((address) => !isReturnAddress(address))
    if (wrong) {
      const message = `La préfecture n’accepte pas l’adresse ${wrong} : sans signe plus, avec une terminaison de 2 à 6 lettres.`
      session.flashAll()
      session.flash('inputErrorsBag', { extraReturnAddresses: [message] })
      return response.redirect(here)
    }
    await saveActesSettings({
      transmitWhenSigned: form.transmitWhenSigned ?? false,
      referentName: form.referentName ?? '',
      referentPhone: form.referentPhone ?? '',
      referentEmail: form.referentEmail ?? '',
      extraReturnAddresses: addresses,
    })
    await journal.append({
      type: 'actes.settings_changed',
      subject: { capability: 'actes', type: 'settings', id: tenant.id },
      actor,
    })
    session.flash('success', 'Les réglages sont enregistrés.')
    return response.redirect(here)
  }
}
