import { beforeCreate } from '@adonisjs/lucid/orm'
import { OutsideProbeSchema } from '#database/schema/procurement'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { isUuid, uuidv7 } from '#lib/values'
import { ProbeMissing } from './errors.js'

/** Who looks at the platform from elsewhere: its name, and the public half of its key alone. */
export default class OutsideProbe extends OutsideProbeSchema {
  static table = 'procurement.outside_probes'
  static connection = 'app'
  static selfAssignPrimaryKey = true

  @beforeCreate()
  static giveAnId(probe: OutsideProbe) {
    probe.id ??= uuidv7()
  }

  /** @throws E_PROBE_MISSING */
  static async get(id: string): Promise<OutsideProbe> {
    const found = isUuid(id) ? await this.find(id) : null
    if (!found) throw new ProbeMissing()
    return found
  }

  /** Every one that there was, the oldest first; in the transaction in context, where there is one. */
  static everyOne(): Promise<OutsideProbe[]> {
    return this.query({ client: tenancy.current()?.trx }).orderBy('id').exec()
  }

  /** Those that may still speak, a handful. */
  static async speaking(): Promise<OutsideProbe[]> {
    return (await this.everyOne()).filter(({ revokedAt }) => revokedAt === null)
  }

  /** The keys of which a signature is taken now: the former one for a while after another was drawn. */
  get keys(): string[] {
    if (this.revokedAt) return []
    const former = this.previousUntil && this.previousUntil > clock.now() ? this.previousKey : null
    return former ? [this.publicKey, former] : [this.publicKey]
  }
}
