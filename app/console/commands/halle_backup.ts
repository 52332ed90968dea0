import { setTimeout as sleep } from 'node:timers/promises'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { backupConfig } from '#config/backup'
import { backup, type Memory, type Saved } from '#console/backup/backup'
import { lockOf } from '#console/backup/lock'
import { prune } from '#console/backup/prune'
import { openPlace } from '#lib/backup/open_place'
import type { Place } from '#lib/backup/place'
import type { Lock } from '#lib/backup/sealed'

const DAY_MS = 86_400_000

/** One moment, or one after another until it is stopped; exit status 1 when what was asked is not saved. */
export default class HalleBackup extends BaseCommand {
  static commandName = 'halle:backup'
  static description = 'Sauvegarde la base, les documents, les clés et les réglages, et se relit'
  static options: CommandOptions = { startApp: true }

  @flags.string({ description: 'Dossier, ou s3://seau/préfixe', required: true })
  declare to: string

  @flags.string({ description: 'Fichier qui tient la phrase de passe des clés' })
  declare passphraseFile?: string

  @flags.string({
    description: 'Clé publique RSA (PEM) : qui sauvegarde ne peut pas relire les clés',
  })
  declare publicKey?: string

  @flags.number({ description: 'Recommence toutes les N secondes, jusqu’à SIGTERM' })
  declare every?: number

  @flags.boolean({ description: 'Recopie la base entière' })
  declare whole: boolean

  @flags.number({ description: 'Efface les moments plus vieux que N jours' })
  declare keepDays?: number

  @flags.boolean({ description: 'Le résultat en JSON, seul sur la sortie' })
  declare json: boolean

  async run() {
    try {
      const place = await openPlace(this.to, backupConfig.s3)
      const lock = await lockOf(this)
      if (this.every) return await this.again(place, lock, this.every)
      this.tell(await backup(place, lock, { whole: this.whole }))
      await this.forgetOld(place)
    } catch (error) {
      this.fail(error as Error)
      this.exitCode = 1
    }
  }

  /** A base each day is enough: between two, the log. A failure is said, and tried again. */
  private async again(place: Place, lock: Lock, seconds: number) {
    const ending = new AbortController()
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => ending.abort())
    let memory: Memory = {}
    let wholeAt = this.whole ? 0 : Date.now()
    while (!ending.signal.aborted) {
      const startedAt = Date.now()
      const whole = startedAt - wholeAt >= DAY_MS
      try {
        const saved = await backup(place, lock, { whole, memory })
        if (saved.base.whole) wholeAt = startedAt
        this.tell(saved)
        if (saved.base.whole) await this.forgetOld(place)
      } catch (error) {
        memory = {}
        this.fail(error as Error)
      }
      const rest = Math.max(0, seconds * 1000 - (Date.now() - startedAt))
      await sleep(rest, undefined, { signal: ending.signal }).catch(() => undefined)
    }
  }

  private async forgetOld(place: Place) {
    if (!this.keepDays) return
    const removed = await prune(place, new Date(Date.now() - this.keepDays * DAY_MS).toISOString())
    if (removed > 0 && !this.json) this.logger.info(`${removed} anciens moments effacés.`)
  }

  private tell(saved: Saved) {
    if (this.json) return console.log(JSON.stringify(saved))
    const { at, base, documents, seconds } = saved
    const what = base.whole ? 'base entière' : 'suite de la base'
    this.logger.success(
      `Sauvé et relu : ${at} (${what}, ${documents.copied} documents copiés sur ${documents.count}, ${seconds} s).`
    )
  }

  private fail(error: Error) {
    if (this.json) console.log(JSON.stringify({ verified: false, reason: error.message }))
    else this.logger.error(error.message)
  }
}
