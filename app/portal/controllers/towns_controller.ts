import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'
import { weekForMachines, weekInWords } from '../rules/opening_hours.js'
import { portalSettings } from '../settings.js'
import { imagesOf } from '../towns/images.js'
import { latestShown } from '../towns/latest.js'

/** The public home of a collectivite: what its services show to everybody, and how to reach it. */
export default class TownsController {
  async show({ view, tenant }: HttpContext) {
    const said = portalSettings(tenant)
    return view.render('portal/town', {
      said,
      week: weekInWords(said.openingHours),
      latest: await latestShown(tenant),
      logo: imagesOf(tenant).logo,
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'GovernmentOrganization',
        'name': tenant.name,
        'url': `${appUrl}/p/${tenant.slug}`,
        'sameAs': said.website || undefined,
        'address': said.legalAddress || undefined,
        'telephone': said.legalPhone || undefined,
        'email': said.publicEmail || undefined,
        'openingHours': said.openingHours.length ? weekForMachines(said.openingHours) : undefined,
        'identifier': { '@type': 'PropertyValue', 'propertyID': 'SIREN', 'value': tenant.siren },
      },
    })
  }
}
