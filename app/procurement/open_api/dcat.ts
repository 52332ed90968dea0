import { appUrl } from '#config/app'
import { systemDb } from '#kernel/system'
import type { Tenant } from '#kernel/tenant'
import { OPEN_ROOT } from './open_operation.js'

const TYPES = { json: 'application/json', xml: 'application/xml' }

/** The catalogue (DCAT 2) of the essential data: one data set for each buyer that published some. */
export async function catalogue(buyers: Tenant[]): Promise<object> {
  const years = await yearsOf(buyers.map(({ id }) => id))
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
    },
    '@id': `${appUrl}${OPEN_ROOT}/catalogue.dcat.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': 'Données essentielles de la commande publique',
    'dct:language': 'fr',
    'dcat:dataset': buyers
      .filter(({ id }) => years.has(id))
      .map((buyer) => dataset(buyer, years.get(buyer.id)!)),
  }
}

function dataset({ siren, name }: Tenant, years: number[]): object {
  const base = `${appUrl}${OPEN_ROOT}/decp/${siren}`
  return {
    '@id': base,
    '@type': 'dcat:Dataset',
    'dct:identifier': `decp-${siren}`,
    'dct:title': `Données essentielles des marchés de ${name}`,
    'dct:publisher': { '@type': 'foaf:Organization', 'foaf:name': name, 'dct:identifier': siren },
    'dct:license': 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
    'dcat:distribution': years.flatMap((year) =>
      Object.entries(TYPES).map(([format, mediaType]) => ({
        '@type': 'dcat:Distribution',
        'dct:title': `${year} (${format.toUpperCase()})`,
        'dcat:downloadURL': `${base}/${year}.${format}`,
        'dcat:mediaType': mediaType,
      }))
    ),
  }
}

async function yearsOf(ids: string[]): Promise<Map<string, number[]>> {
  const rows = [...(await yearsIn('lots', ids)), ...(await yearsIn('consultations', ids))]
  const years = new Map<string, number[]>()
  for (const { tenant_id: id, year } of rows) {
    const known = years.get(id) ?? []
    if (!known.includes(year)) years.set(id, [...known, year])
  }
  for (const found of years.values()) found.sort((one, other) => one - other)
  return years
}

const yearsIn = (table: 'consultations' | 'lots', ids: string[]) =>
  systemDb()
    .from(`procurement.${table}`)
    .whereIn('tenant_id', ids)
    .whereNotNull('notified_on')
    .select('tenant_id')
    .select(systemDb().raw('extract(year from notified_on)::int as year'))
    .groupBy('tenant_id', 'year')
