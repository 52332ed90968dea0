import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { behind, establishmentsOf } from '#rooms/outsiders'
import CandidatureMember from '../candidature/member.js'
import { packageOf } from '../gateways/passe_marche.js'
import { proofsApart } from '../gateways/unzip_package_apart.js'
import { keepProof } from '../vault/keep_proof.js'

/**
 * Brings into the vault of a company what Passe Marché fetched for it. One that is silent is asked
 * again later: nobody waits for it. A candidature that is not completed there gives nothing.
 */
export const fetchProofs = defineJob<{ memberId: string; personId: string }>({
  name: 'procurement.fetch_proofs',
  title: 'Rapatrier les pièces de Passe Marché',
  queue: 'outside',
  onGiveUp: { nobodyNeeds: 'a company joins its proofs itself, or asks again' },
  async handle({ memberId, personId }) {
    const { establishmentId, passeMarche } = await behind({ person: personId }, () =>
      CandidatureMember.own(personId, memberId)
    )
    const held = await establishmentsOf(personId)
    if (!passeMarche || !held.some(({ id }) => id === establishmentId)) return
    const answer = await packageOf(passeMarche)
    if (answer.kind === 'unreachable') throw new Error('Passe Marché is silent')
    if (answer.kind !== 'found') return
    for (const { name, kind, bytes } of await proofsApart(answer.value))
      await keepProof({
        ...{ establishmentId: establishmentId!, addedBy: personId, kind, name },
        ...{ issuer: '', issuedOn: clock.today(), expiresOn: null, source: 'passe_marche' },
        bytes: Buffer.from(bytes),
      })
    await behind({ person: personId }, async () => {
      const member = await CandidatureMember.own(personId, memberId)
      await member.merge({ passeMarche: null, passeMarcheAskedAt: null }).save()
    })
  },
})
