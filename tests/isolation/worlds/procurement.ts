import Consultation from '#app/procurement/drafting/consultation'
import ConsultationDocument from '#app/procurement/drafting/consultation_document'
import Pli from '#app/procurement/deposit/pli'
import PliFile from '#app/procurement/opening/pli_file'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { uuidv7 } from '#lib/values'
import { defineWorld } from '../world.js'

/** One object of each kind in the tenant in context, and the routes that name it. */
export default defineWorld(async () => {
  const kept = await documents.store(Buffer.from('Secret de la voisine'), { name: 'secret.txt' })
  const { id } = await Consultation.create({
    reference: uuidv7().slice(-12),
    title: 'Marché de la voisine',
    description: 'Besoin de la voisine',
    nature: 'services',
    cpv: '45233140',
    placeCode: '35000',
    durationMonths: 12,
    ccag: 'Pas de CCAG',
    priceForm: 'Mixte',
    priceType: 'Provisoire',
    hasAdvance: false,
    criteria: [],
    threshold: 2,
    deadline: clock.now().minus({ hours: 1 }),
    zone: 'Europe/Paris',
    state: 'notified',
    publishedAt: clock.now().minus({ hours: 2 }),
    signedRcDocumentId: kept.id,
    trousseau: '{"secret":"de la voisine"}',
  })
  const { id: document } = await ConsultationDocument.create({
    consultationId: id,
    position: 1,
    documentId: kept.id,
    name: kept.name,
    digest: kept.sha256,
    size: kept.size,
  })
  const { id: pli } = await Pli.create({
    consultationId: id,
    personId: uuidv7(),
    depositor: 'Déposante de la voisine',
    establishmentId: uuidv7(),
    siret: '83456789300013',
    company: 'Entreprise de la voisine',
    state: 'opened',
    startedAt: clock.now(),
    receivedAt: clock.now(),
    manifest: '{}',
  })
  const { id: file } = await PliFile.create({
    pliId: pli,
    envelope: 'offre-1',
    name: 'offre.txt',
    digest: kept.sha256,
    size: kept.size,
    documentId: kept.id,
  })
  return {
    routes: {
      'procurement.': { id, pli, file, document },
      'procurement.papers.': { id, document: kept.id },
      'api.procurement.': { id },
    },
    secrets: ['de la voisine'],
  }
})
