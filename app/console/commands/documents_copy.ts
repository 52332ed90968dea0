import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { backupConfig } from '#config/backup'
import { documentsConfig } from '#config/documents'
import { copyDocuments, type CopyReport } from '#console/documents/copy'
import { tenants } from '#kernel/tenant'
import { openStore } from '#lib/store/open_store'
import type { Store } from '#lib/store/store'

/** Exit status: 0 all is there and sound, 1 something is not, 2 wrong arguments. */
export default class DocumentsCopy extends BaseCommand {
  static commandName = 'documents:copy'
  static description =
    'Copie les documents d’un autre stockage dans celui des réglages (dossier ou S3), et les relit tous'
  static options: CommandOptions = { startApp: true }

  @flags.string({
    description: 'D’où : un dossier, ou s3://seau (mêmes identifiants S3_*)',
    required: true,
  })
  declare from: string

  @flags.boolean({ description: 'Le résultat pour un programme, seul sur la sortie' })
  declare json: boolean

  async run() {
    try {
      const from = await this.source()
      if (!from) return
      const ids = (await tenants.all()).map(({ id }) => id)
      this.tell(await copyDocuments(from, ids, { isAll: true }))
    } catch (error) {
      this.exitCode = 1
      this.logger.error(`La copie s’est arrêtée : ${(error as Error).message} Relancez-la.`)
    }
  }

  /** The other store; null, with a sentence, when it is the very one of the settings. */
  private async source(): Promise<Store | null> {
    const { s3, directory } = documentsConfig
    const bucket = /^s3:\/\/([^/]+)\/?$/.exec(this.from)?.[1]
    const isSame = bucket ? s3?.bucket === bucket : !s3 && this.from === directory
    if (isSame) return this.refuse('C’est le stockage des réglages : rien n’est à copier.')
    if (!bucket) return openStore(this.from, null)
    return openStore(directory, { ...backupConfig.s3, bucket })
  }

  private refuse(sentence: string): null {
    this.logger.error(sentence)
    this.exitCode = 2
    return null
  }

  private tell(report: CopyReport) {
    const { copied, present, absent, verified } = report
    const faults = absent.length + verified.altered.length + verified.missing.length
    if (faults > 0) this.exitCode = 1
    if (this.json) return console.log(JSON.stringify(report))
    for (const key of absent) this.logger.error(`Nulle part : ${key}`)
    for (const { name, room } of verified.altered) this.logger.error(`Altéré : ${name} (${room})`)
    for (const { name, room } of verified.missing) this.logger.error(`Manquant : ${name} (${room})`)
    this.logger.info(
      `${copied} fichiers copiés, ${present} déjà là, ${verified.objects} documents relus.`
    )
  }
}
