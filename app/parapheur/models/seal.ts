import encryption from '@adonisjs/core/services/encryption'
import { DateTime } from 'luxon'
import { SealSchema } from '#database/schema/parapheur'
import { clock } from '#kernel/clock'
import { openP12Apart } from '#web/reading/opening_p12'
import { summarizeCertificate, type LocalSigner } from '#lib/signature'
import { TenantModel } from '#kernel/tenancy'

const PURPOSE = 'parapheur.seal'

function opened(text: string): string {
  const clear = encryption.decrypt<string>(text, PURPOSE)
  if (clear === null) throw new Error('Le cachet ne s’ouvre avec aucune clé de l’application.')
  return clear
}

/** The server seal of a collectivite: it speaks for the legal person, never for its mayor. */
export default class Seal extends TenantModel(SealSchema) {
  static table = 'parapheur.seals'

  /** Keeps a .p12, encrypted, with what its certificate says. */
  static async keep(
    certificate: Buffer,
    { p12, password }: { p12: Buffer; password: string }
  ): Promise<Seal> {
    const summary = summarizeCertificate(certificate)
    return this.create({
      store: encryption.encrypt(p12.toString('base64'), { purpose: PURPOSE }),
      password: encryption.encrypt(password, { purpose: PURPOSE }),
      commonName: summary.commonName,
      expiresAt: DateTime.fromJSDate(summary.notAfter),
    })
  }

  /** The seal that is valid for the longest time, or null. */
  static inForce(): Promise<Seal | null> {
    return this.query()
      .where('expiresAt', '>', clock.now().toSQL()!)
      .orderBy('expiresAt', 'desc')
      .first()
  }

  /** Its key, in memory for the time of a signature. */
  async open(): Promise<LocalSigner> {
    const [store, password] = [this.store, this.password].map(opened)
    return openP12Apart(Buffer.from(store, 'base64'), password)
  }

  /** Every seal of the tenant in context, written again under the current application key. */
  static async rotate(): Promise<number> {
    const seals = await this.query().forUpdate()
    for (const seal of seals) {
      const [store, password] = [seal.store, seal.password].map((text) =>
        encryption.encrypt(opened(text), { purpose: PURPOSE })
      )
      await seal.merge({ store, password }).save()
    }
    return seals.length
  }
}
