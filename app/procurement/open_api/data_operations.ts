import { tenancy } from '#kernel/tenancy'
import { publishedIn } from '../award/decp_of.js'
import { ConsultationMissing } from '../errors.js'
import Lot from '../lots/lot.js'
import { decpXml } from '../formats/decp_xml.js'
import { decpJson } from '../rules/decp.js'
import { catalogue } from './dcat.js'
import { publicBuyers, withPublished } from './find_published.js'
import { releasePackage } from './ocds.js'
import type { OpenOperation } from './open_operation.js'

/** Open data: the essential data of a buyer, their catalogue, and one tender in OCDS. */
export const dataOperations: OpenOperation[] = [
  {
    name: 'decp',
    call: 'GET /decp/:siren/:file',
    path: '/decp/{siren}/{year}.{format}',
    title: 'Lire les données essentielles d’un acheteur',
    says: '`format` est `json` ou `xml` : schéma national 2.0.3, XSD 2.0.2 ; même contenu.',
    answer: { mediaType: 'application/json', says: 'Les marchés notifiés dans l’année' },
    async run({ params: { siren, file }, ctx: { response } }) {
      const [year, format] = file.split('.')
      const buyer = (await publicBuyers()).find((one) => one.siren === siren)
      if (!buyer) throw new ConsultationMissing()
      const marches = await tenancy.run(buyer.id, () => publishedIn(Number(year)))
      response.header('content-type', `application/${format}; charset=utf-8`)
      return response.send(format === 'xml' ? decpXml(marches) : decpJson(marches))
    },
  },
  {
    name: 'catalogue',
    call: 'GET /catalogue.dcat.jsonld',
    title: 'Lire le catalogue DCAT des données essentielles',
    answer: { mediaType: 'application/ld+json', says: 'Un jeu de données par acheteur' },
    async run({ ctx: { response } }) {
      response.header('content-type', 'application/ld+json')
      return response.send(JSON.stringify(await catalogue(await publicBuyers())))
    },
  },
  {
    name: 'ocds',
    call: 'GET /ocds/:id',
    title: 'Lire une consultation au format OCDS 1.1',
    answer: { mediaType: 'application/json', says: 'Un paquet de publications' },
    run: ({ params, ctx: { response } }) =>
      withPublished(params.id, async (one, tenant) => {
        response.header('content-type', 'application/json; charset=utf-8')
        return response.send(JSON.stringify(releasePackage(one, await Lot.of(one.id), tenant)))
      }),
  },
]
