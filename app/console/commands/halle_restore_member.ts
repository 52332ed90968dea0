import { readFile } from 'node:fs/promises'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { passphraseOf } from '#console/backup/lock'
import { verifyDocuments } from '#console/documents/verify'
import { ownMeans } from '#console/journal/own_means'
import { verifyJournal } from '#console/journal/verify'
import { restoreMember } from '#console/member_copy/restore_member'
import { tenancy } from '#kernel/tenancy'

/** Exit status 1 when nothing came back, or when what came back does not hold. */
export default class HalleRestoreMember extends BaseCommand {
  static commandName = 'halle:restore-member'
  static description = 'Ramène un seul membre, là où il n’est pas, depuis sa copie'
  static options: CommandOptions = { startApp: true }

  @flags.string({ description: 'Fichier de halle:export-member', required: true })
  declare from: string

  @flags.string({ description: 'Fichier qui tient la phrase de passe des clés' })
  declare passphraseFile?: string

  @flags.string({ description: 'Clé privée RSA (PEM)' })
  declare privateKey?: string

  @flags.boolean({ description: 'Le résultat en JSON, seul sur la sortie' })
  declare json: boolean

  async run() {
    try {
      const opener = this.privateKey
        ? { privateKey: await readFile(this.privateKey, 'utf8') }
        : { passphrase: await passphraseOf(this.passphraseFile) }
      const { tenant } = await restoreMember(this.from, opener)
      const { objects, altered, missing } = await verifyDocuments([tenant.id])
      const means = await ownMeans()
      const { entries, problems } = await tenancy.run(tenant.id, () => verifyJournal(means))
      const isSound = altered.length + missing.length + problems.length === 0
      if (!isSound) this.exitCode = 1
      const { siren } = tenant
      if (this.json)
        console.log(
          JSON.stringify({ siren, documents: objects, entries, problems, sound: isSound })
        )
      else
        this.logger.success(`${tenant.name} : ${objects} documents, ${entries} écritures, relus.`)
      for (const problem of problems) this.logger.error(problem)
    } catch (error) {
      this.exitCode = 1
      this.logger.error((error as Error).message)
    }
  }
}
