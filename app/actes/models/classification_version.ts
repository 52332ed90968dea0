import { ClassificationSchema } from '#database/schema/actes'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { TenantModel } from '#kernel/tenancy'
import { DateTime } from 'luxon'
import { ClassificationMissing } from '../errors.js'
import { readClassificationApart } from '../read_xml_apart.js'
import type { Classification } from '../rules/classification.js'

/** A classification that the prefecture sent to this collectivite, with the bytes as received. */
export default class ClassificationVersion extends TenantModel(ClassificationSchema) {
  static table = 'actes.classifications'

  /** Keeps a message 7-2; it replaces the whole of the former one. */
  static async receive(bytes: Buffer, name: string): Promise<ClassificationVersion> {
    const content = await readClassificationApart(bytes)
    const document = await documents.store(bytes, { name })
    return this.create({
      date: DateTime.fromISO(content.date, { zone: 'utc' }),
      documentId: document.id,
      content: JSON.stringify(content),
      receivedAt: clock.now(),
    })
  }

  /** The one in force, or null when none came yet. A mail may come late: the date decides. */
  static async latest(): Promise<ClassificationVersion | null> {
    return this.query().orderBy('date', 'desc').orderBy('id', 'desc').first()
  }

  /** Its content; throws E_ACTE_NO_CLASSIFICATION when none came yet. */
  static async current(): Promise<Classification> {
    const version = await this.latest()
    if (!version) throw new ClassificationMissing()
    return version.content as Classification
  }
}
