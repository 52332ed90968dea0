import { randomInt } from 'node:crypto'
import { BackupCopySchema } from '#database/schema/procurement'
import type { Actor } from '#kernel/actor'
import { defineLifecycle } from '#kernel/lifecycle'
import { journal } from '#kernel/journal'
import { TenantModel } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { CopyMissing } from '../errors.js'
import {
  BACKUP_LIFECYCLE,
  BACKUP_MODES,
  BACKUP_STATES,
  type BackupMode,
  type BackupState,
  type OpeningCase,
} from '../rules/backup_copy.js'

export const backupLifecycle = defineLifecycle(BACKUP_LIFECYCLE, {
  of: 'procurement.backup_copies',
})
type BackupEvent = (typeof backupLifecycle.events)[number]

/** Read aloud and by hand: neither 0 and O, nor 1 and I. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const NUMBER_LENGTH = 8

/** What is written on an envelope: it says nothing of who sends it. */
export const newNumber = (): string =>
  Array.from({ length: NUMBER_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')

/** As it is kept, however it was typed. */
export const numberOf = (typed: string): string => typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')

/** A copie de sauvegarde (annexe 6 of the code). */
export default class BackupCopy extends TenantModel(BackupCopySchema) {
  static table = 'procurement.backup_copies'

  declare state: BackupState
  declare mode: BackupMode
  declare openedFor: OpeningCase | null

  /** One of a consultation, held until the end of the transaction. @throws E_COPY_MISSING */
  static async holdOf(consultationId: string, id: string): Promise<BackupCopy> {
    const query = BackupCopy.query().where({ id, consultationId }).forUpdate()
    const found = isUuid(id) ? await query.first() : null
    if (!found) throw new CopyMissing()
    return found
  }

  get ref() {
    return { capability: 'procurement', type: 'backup_copy', id: this.id }
  }

  get shownState() {
    return BACKUP_STATES[this.state]
  }

  get modeWords(): string {
    return BACKUP_MODES[this.mode]
  }

  /** Its journal entry bears the number alone: before the hour it names nobody. */
  async step(event: BackupEvent, by: Actor, data: Record<string, string> = {}): Promise<void> {
    await backupLifecycle.move(this, event)
    await journal.append({
      type: `procurement.backup_copy_${event}`,
      subject: this.ref,
      actor: by,
      data: { number: this.number, ...data },
    })
  }
}
