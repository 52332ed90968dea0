import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'
import { mustBeCurrent, nowSaved, seenIn, type SharedForm } from '#web/forms/shared_form'
import { journal } from '#kernel/journal'
import { tenants } from '#kernel/tenant'
import { isReturnAddress } from '../formats/envelope.js'
import { latin1Problem } from '../rules/latin1.js'
import { actesSettings, saveActesSettings, siretProblem } from '../settings.js'
import { settingsValidator } from '../validators/acte_form.js'

export default class SettingsController {
  async edit({ view }: HttpContext) {
    const tenant = await tenants.fresh()
    return view.render('actes/settings', {
      base: `/c/${tenant.slug}/actes`,
      settings: actesSettings(tenant),
      shared: { form: sharedSettings(tenant).key, seen: seenIn(sharedSettings(tenant)) },
    })
  }

  async update(ctx: HttpContext) {
    const { request, response, session, tenant, actor } = ctx
    const here = `/c/${tenant.slug}/actes/reglages`
    const form = await request.validateUsing(settingsValidator)
    const addresses = (form.extraReturnAddresses ?? '').split(/[\s,;]+/).filter(Boolean)
    const problems = problemsOf(form, addresses)
    if (Object.keys(problems).length > 0) {
      session.flashAll()
      session.flash('inputErrorsBag', problems)
      return response.redirect(here)
    }
    // What the cache still remembers may be older than what a colleague has just saved.
    await mustBeCurrent(ctx, sharedSettings(await tenants.hold()))
    await saveActesSettings({
      transmitWhenSigned: form.transmitWhenSigned ?? false,
      publishUnauthenticated: form.publishUnauthenticated ?? false,
      referentName: form.referentName ?? '',
      referentPhone: form.referentPhone ?? '',
      referentEmail: form.referentEmail ?? '',
      headquartersSiret: (form.headquartersSiret ?? '').replace(/\s/g, ''),
      extraReturnAddresses: addresses,
    })
    await journal.append({
      type: 'actes.settings_changed',
      subject: { capability: 'actes', type: 'settings', id: tenant.id },
      actor,
    })
    await nowSaved(ctx, sharedSettings(tenant).key)
    session.flash('success', 'Les réglages sont enregistrés.')
    return response.redirect(here)
  }
}

/** Two people who administer may have the settings open. */
const sharedSettings = (tenant: HttpContext['tenant']): SharedForm => ({
  key: 'actes:reglages',
  what: 'ces réglages',
  stored: { ...actesSettings(tenant) },
  labels: {
    transmitWhenSigned: 'Transmettre dès la signature',
    publishUnauthenticated: 'Publier sans authentification de la réponse',
    referentName: 'Personne à joindre',
    referentPhone: 'Téléphone',
    referentEmail: 'Courriel',
    headquartersSiret: 'SIRET du siège',
    extraReturnAddresses: 'Autres adresses pour les réponses',
  },
})

/** What the ministry could not read on the envelope of each sending. */
function problemsOf(
  { referentName, referentPhone, headquartersSiret }: Infer<typeof settingsValidator>,
  addresses: string[]
): Record<string, string[]> {
  const problems: Record<string, string[]> = {}
  const wrong = addresses.find((address) => !isReturnAddress(address))
  if (wrong) {
    problems.extraReturnAddresses = [
      `La préfecture n’accepte pas l’adresse ${wrong} : sans signe plus, avec une terminaison de 2 à 6 lettres.`,
    ]
  }
  for (const [field, text] of Object.entries({ referentName, referentPhone })) {
    const problem = latin1Problem(text ?? '')
    if (problem) problems[field] = [problem]
  }
  const wrongSiret = headquartersSiret ? siretProblem(headquartersSiret.replace(/\s/g, '')) : null
  if (wrongSiret) problems.headquartersSiret = [wrongSiret]
  return problems
}
