import type { DateTime } from 'luxon'
import { ProofSchema } from '#database/schema/procurement'
import { clock } from '#kernel/clock'
import { isUuid } from '#lib/values'
import { walled, WalledModel } from '#rooms/outsiders'
import { PROOF_KINDS, standingOf, WARNED_DAYS, type ProofKind } from '../rules/proof_kinds.js'
import { openedOf } from './at_rest.js'
import { ProofMissing } from './errors.js'

const WITHOUT_BYTES = [
  ...['id', 'establishmentId', 'kind', 'issuer', 'issuedOn', 'expiresOn', 'name', 'size'],
  ...['digest', 'source', 'addedAt'],
]

/** A document that a company keeps to show to buyers, with the day when it ends. */
export default class Proof extends WalledModel(ProofSchema) {
  static table = 'procurement.proofs'
  static connection = 'app'

  declare kind: ProofKind
  declare source: 'self' | 'passe_marche'
  declare issuedOn: DateTime
  declare expiresOn: DateTime | null

  /** Those of an establishment in context, without their bytes; the newest first. */
  static of(establishmentId: string): Promise<Proof[]> {
    const query = Proof.query(walled()).where({ establishmentId })
    return query
      .select(...WITHOUT_BYTES)
      .orderBy('id', 'desc')
      .exec()
  }

  /** One of the establishments in context. @throws E_PROOF_MISSING */
  static async get(id: string): Promise<Proof> {
    const found = isUuid(id) ? await Proof.find(id, walled()) : null
    if (!found) throw new ProofMissing()
    return found
  }

  /** Of one that was read whole. */
  get bytes(): Buffer {
    return openedOf(this)
  }

  get kindWords(): string {
    return PROOF_KINDS[this.kind].label
  }

  get standing() {
    const today = clock.today()
    const expiresOn = this.expiresOn?.toISODate() ?? null
    return standingOf(expiresOn, today.toString(), today.plusDays(WARNED_DAYS).toString())
  }
}
