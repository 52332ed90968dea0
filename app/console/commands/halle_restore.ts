import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { backupConfig } from '#config/backup'
import { restore, type Restored } from '#console/backup/restore'
import { openPlace } from '#lib/backup/open_place'

/** Exit status 1 when something that was saved does not come back whole. */
export default class HalleRestore extends BaseCommand {
  static commandName = 'halle:restore'
  static description =
    'Ramène une sauvegarde dans une installation vide, qui devient une répétition : rien n’en sort'
  static options: CommandOptions = { startApp: true }

  @flags.string({ description: 'Dossier, ou s3://seau/préfixe', required: true })
  declare from: string

  @flags.string({
    description: 'Moment où revenir (2026-11-29T10:45:00Z) ; le dernier sauvé sinon',
  })
  declare until?: string

  @flags.string({ description: 'Fichier qui tient la phrase de passe des clés' })
  declare passphraseFile?: string

  @flags.string({ description: 'Clé privée RSA (PEM) qui ouvre les clés' })
  declare privateKey?: string

  @flags.boolean({ description: 'Le résultat en JSON, seul sur la sortie' })
  declare json: boolean

  async run() {
    try {
      const place = await openPlace(this.from, backupConfig.s3)
      this.tell(await restore(place, this.until, this))
    } catch (error) {
      this.exitCode = 1
      if (this.json) console.log(JSON.stringify({ sound: false, reason: (error as Error).message }))
      else this.logger.error((error as Error).message)
    }
  }

  private tell(restored: Restored) {
    if (!restored.sound) this.exitCode = 1
    if (this.json) return console.log(JSON.stringify(restored))
    const { at, members, documents, journals, seconds } = restored
    this.logger.success(
      `${at} : ${members} membres, ${documents.objects} documents relus, ${journals.entries} écritures du journal, ${seconds} s.`
    )
    for (const key of documents.absent) this.logger.error(`Absent de la sauvegarde : ${key}`)
    for (const { name, room } of documents.altered) this.logger.error(`Altéré : ${name} (${room})`)
    for (const { name, room } of documents.missing)
      this.logger.error(`Manquant : ${name} (${room})`)
    for (const problem of journals.problems) this.logger.error(problem)
    this.logger.info(
      'Ceci est une répétition : rien n’en sort. Pour la finir : halle:rehearsal --leave'
    )
  }
}
