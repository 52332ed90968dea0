import { appUrl } from '#config/app'
import { clock } from '#kernel/clock'
import type { Tenant } from '#kernel/tenant'
import { contractNotice } from '#lib/eforms/contract_notice'
import { placeOf } from '#lib/eforms/notice_place'
import { here } from '#web/here'
import type Consultation from '../drafting/consultation.js'
import Lot from '../lots/lot.js'
import { procurementSettings } from '../settings.js'

const NATURES = { travaux: 'works', fournitures: 'supplies', services: 'services' } as const
const TYPES = { price: 'price', technical: 'quality', environment: 'quality' } as const

/** The notice of a published consultation as it stands, in eForms, written now: nobody is sent it. */
export async function noticeOf(consultation: Consultation, tenant: Tenant): Promise<string> {
  const { id, reference, title, description, cpv, durationMonths } = consultation
  const page = `${appUrl}${here('procurement.public.consultations.show', { tenant, id })}`
  return contractNotice({
    ...{ reference, title, description, cpv, durationMonths },
    consultationId: id,
    lots: await Lot.of(id),
    mostLotsAnswered: consultation.mostLotsAnswered,
    mostLotsWon: consultation.mostLotsWon,
    nature: NATURES[consultation.nature],
    place: placeOf(consultation.placeCode),
    legalBasis: 'Code de la commande publique, article R2123-1 : procédure adaptée',
    buyer: {
      name: tenant.name,
      siret: procurementSettings(tenant).siret,
      profileUrl: `${appUrl}${here('procurement.public.consultations.index', { tenant })}`,
    },
    criteria: consultation.criteria.map(({ key, label, weight }) => ({
      ...{ label, weight },
      type: TYPES[key],
    })),
    deadline: consultation.hour,
    writtenAt: clock.now().setZone(consultation.zone),
    documentsUrl: `${page}/dce.zip`,
    depositUrl: `${appUrl}/moi/marches/${tenant.slug}/${id}`,
  })
}
