import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import Consultation from '../drafting/consultation.js'
import { consultationPublished } from '../events.js'
import { isPasseMarcheAsked, openMarket } from '../gateways/passe_marche.js'
import { procurementSettings } from '../settings.js'

/** Announced as soon as it is public, so that asking later tells nobody that a company answers. */
consultationPublished.subscribe(
  'procurement.passe_marche',
  async ({ consultationId }, { tenantId }) => {
    if (!isPasseMarcheAsked()) return
    const market = await tenancy.run(tenantId, () => announced(consultationId))
    if (!market) return
    const answer = await openMarket(market)
    if (answer.kind === 'unreachable') throw new Error('Passe Marché is silent')
    if (answer.kind !== 'found') return
    await tenancy.run(tenantId, async () => {
      const consultation = await Consultation.hold(consultationId)
      if (!consultation.passeMarche) await consultation.merge({ passeMarche: answer.value }).save()
    })
  },
  {
    title: 'Annoncer une consultation à Passe Marché',
    onGiveUp: { nobodyNeeds: 'companies answer without it, and join their proofs themselves' },
  }
)

async function announced(id: string) {
  const { title: name, deadline, nature, passeMarche } = await Consultation.get(id)
  const { siret } = procurementSettings(await tenants.current())
  return passeMarche ? null : { name, nature, siret, deadline: deadline.toUTC().toISO()! }
}
