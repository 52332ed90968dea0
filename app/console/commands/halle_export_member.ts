import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { lockOf } from '#console/backup/lock'
import { exportMember } from '#console/member_copy/export_member'
import { tenants } from '#kernel/tenant'

/** Exit status 1 when the member is not copied whole. */
export default class HalleExportMember extends BaseCommand {
  static commandName = 'halle:export-member'
  static description = 'Copie un seul membre, avec ses documents, dans un fichier qui se relit'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'SIREN du membre' })
  declare siren: string

  @flags.string({ description: 'Fichier à écrire', required: true })
  declare to: string

  @flags.string({ description: 'Fichier qui tient la phrase de passe des clés' })
  declare passphraseFile?: string

  @flags.string({ description: 'Clé publique RSA (PEM)' })
  declare publicKey?: string

  @flags.boolean({ description: 'Le résultat en JSON, seul sur la sortie' })
  declare json: boolean

  async run() {
    try {
      const tenant = await tenants.bySiren(this.siren)
      if (!tenant) throw new Error(`Aucun membre n’a le SIREN ${this.siren}.`)
      const { tables, documents, at } = await exportMember(tenant, this.to, await lockOf(this))
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      const { siren } = tenant
      if (this.json) console.log(JSON.stringify({ siren, at, rows, documents, verified: true }))
      else this.logger.success(`${tenant.name} : ${rows} lignes, ${documents} documents, relus.`)
    } catch (error) {
      this.exitCode = 1
      this.logger.error((error as Error).message)
    }
  }
}
