import { BaseCommand, flags } from '@adonisjs/core/ace'
import logger from '@adonisjs/core/services/logger'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { verifyDocuments, type DocumentsReport } from '#console/documents/verify'
import { baseWords } from '#kernel/base_words'
import { tenants, type Tenant } from '#kernel/tenant'

/** Reads every document again. Exit status: 0 all is sound, 1 a fault, 2 wrong arguments. */
export default class DocumentsVerify extends BaseCommand {
  static commandName = 'documents:verify'
  static description =
    'Relit tous les documents de toutes les pièces : altérés, manquants, fichiers que rien ne nomme'
  static options: CommandOptions = { startApp: true, allowUnknownFlags: true }

  @flags.string({ description: 'Un seul membre, par son SIREN', allowEmptyValue: true })
  declare tenant: string | undefined

  @flags.boolean({ description: 'Le résultat pour un programme, seul sur la sortie standard' })
  declare json: boolean

  async run() {
    // What is told while reading goes to the log, which is the standard output of this process
    const { level } = logger
    logger.level = 'silent'
    try {
      const members = await this.members()
      if (members) await this.verify(members)
    } catch (error) {
      this.exitCode = 1
      process.stderr.write(
        `La vérification n’a pas pu se faire. ${baseWords(error) ?? (error as Error).message}\n`
      )
    } finally {
      logger.level = level
    }
  }

  private async verify(members: Tenant[]) {
    const isAll = this.tenant === undefined
    const ids = members.map(({ id }) => id)
    const report = await verifyDocuments(ids, { isAll })
    process.stdout.write(this.json ? `${JSON.stringify(report)}\n` : sentences(report))
    const faults = report.altered.length + report.missing.length + report.orphans.length
    this.exitCode = faults === 0 ? 0 : 1
  }

  /** Those to verify; null, with a sentence, when the arguments name nobody. */
  private async members(): Promise<Tenant[] | null> {
    const [flag] = this.parsed.unknownFlags
    if (flag) return this.refuse(`Option inconnue : --${flag}.`)
    if (this.parsed._.length > 0) return this.refuse(`Argument inconnu : ${this.parsed._[0]}.`)
    if (this.tenant === undefined) return tenants.all()
    const tenant = /^\d{9}$/.test(this.tenant) ? await tenants.bySiren(this.tenant) : null
    return tenant ? [tenant] : this.refuse(`Aucun membre n’a ce SIREN : « ${this.tenant} ».`)
  }

  private refuse(sentence: string): null {
    process.stderr.write(
      `${sentence}\n  npm run --silent ace -- documents:verify [--tenant SIREN] [--json]\n`
    )
    this.exitCode = 2
    return null
  }
}

function sentences({ objects, bytes, seconds, ...faults }: DocumentsReport): string {
  const named = ({ sha256, room, name }: DocumentsReport['altered'][number]) =>
    `« ${name} » (${room}), empreinte ${sha256 ?? 'inconnue'}`
  return [
    `${objects} fichiers relus, ${bytes} octets, ${seconds} s.`,
    ...faults.altered.map((one) => `Altéré : ${named(one)}`),
    ...faults.missing.map((one) => `Manquant : ${named(one)}`),
    ...faults.orphans.map((one) => `Que rien ne nomme : ${one.storageKey} (${one.bytes} octets)`),
    '',
  ].join('\n')
}
