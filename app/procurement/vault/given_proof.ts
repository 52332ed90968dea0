import { GivenProofSchema } from '#database/schema/procurement'
import { clock } from '#kernel/clock'
import { uuidv7 } from '#lib/values'
import { behind, walled, WalledModel } from '#rooms/outsiders'
import CandidatureMember from '../candidature/member.js'
import { openedOf, sealedFor } from './at_rest.js'
import Proof from './proof.js'

const WITHOUT_BYTES = ['id', 'memberId', 'kind', 'name', 'size', 'digest', 'givenAt']

/** A proof as a company put it in its candidature: its own, and its mandataire's to read and seal. */
export default class GivenProof extends WalledModel(GivenProofSchema) {
  static table = 'procurement.given_proofs'
  static connection = 'app'

  /** Those of a member, without their bytes. */
  static of(memberId: string): Promise<GivenProof[]> {
    const query = GivenProof.query(walled()).where({ memberId })
    return query
      .select(...WITHOUT_BYTES)
      .orderBy('id')
      .exec()
  }
}

/** The bytes of one, in the name of who gave it or of her mandataire. */
export async function readGiven(personId: string, id: string): Promise<Buffer> {
  const given = await behind({ person: personId }, () =>
    GivenProof.query(walled()).where({ id }).firstOrFail()
  )
  return openedOf(given)
}

/**
 * Puts in a member's candidature the proofs that she chose of her vault, in the place of the former
 * ones: her mandataire then seals them as they were that day. @throws E_CANDIDATURE_MISSING
 */
export async function giveProofs(
  personId: string,
  memberId: string,
  proofIds: string[]
): Promise<void> {
  const member = await behind({ person: personId }, () => CandidatureMember.own(personId, memberId))
  const proofs = await behind({ establishments: [member.establishmentId!] }, () =>
    Proof.query(walled())
      .where({ establishmentId: member.establishmentId! })
      .whereIn('id', proofIds)
      .orderBy('id')
      .exec()
  )
  await behind({ person: personId }, async () => {
    await GivenProof.query(walled()).where({ memberId, personId }).delete()
    for (const { kind, name, size, digest, bytes } of proofs) {
      const id = uuidv7()
      await GivenProof.create(
        {
          ...{ id, memberId, personId, mandataireId: member.mandataireId, givenAt: clock.now() },
          ...{ kind, name, size, digest, sealed: sealedFor(id, bytes) },
        },
        walled()
      )
    }
  })
}
