import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { behind } from '#rooms/outsiders'
import CandidatureMember from '../candidature/member.js'
import { readEspdApart } from '../candidature/read_espd_apart.js'
import Consultation from '../drafting/consultation.js'
import { dumeOf } from '../gateways/dume.js'

/**
 * Brings to a candidature the DUME whose number was given while the service was silent. Nothing that
 * was written meanwhile is lost: a DUME that is there already stays.
 */
export const fetchDume = defineJob<{
  buyerId: string
  consultationId: string
  memberId: string
  personId: string
  number: string
}>({
  name: 'procurement.fetch_dume',
  title: 'Rapatrier un DUME par son numéro',
  queue: 'outside',
  attempts: 12,
  onGiveUp: { nobodyNeeds: 'a company joins the file of its DUME, or gives its number again' },
  async handle({ buyerId, consultationId, memberId, personId, number }) {
    const answer = await dumeOf(number)
    if (answer.kind === 'unreachable') throw new Error('the service of DUME is silent')
    if (answer.kind !== 'found') return
    const espd = await readEspdApart(answer.value)
    if ('problem' in espd) return
    const { state, isPastTheHour } = await tenancy.run(buyerId, () =>
      Consultation.get(consultationId)
    )
    if (state !== 'online' || isPastTheHour) return
    await behind({ person: personId }, async () => {
      const member = await CandidatureMember.own(personId, memberId)
      if (!member.espd) await member.merge({ espd }).save()
    })
  },
})
