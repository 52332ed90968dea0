import type { HttpContext } from '@adonisjs/core/http'
import { appUrl } from '#config/app'

/** The public home of a collectivite: what its services show to everybody. */
export default class TownsController {
  async show({ view, tenant }: HttpContext) {
    return view.render('portal/town', {
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'GovernmentOrganization',
        'name': tenant.name,
        'url': `${appUrl}/p/${tenant.slug}`,
        'identifier': { '@type': 'PropertyValue', 'propertyID': 'SIREN', 'value': tenant.siren },
      },
    })
  }
}
