import { resolve } from 'node:path'
import { flags } from '@adonisjs/core/ace'
import { exportMember, isFree } from '../export/export_member.js'
import { ProgramCommand, WrongArguments } from './program_command.js'

/** Writes all the documents of a member on the disk, with their proofs of being whole. */
export default class GedExport extends ProgramCommand {
  static commandName = 'ged:export'
  static description = 'Écrit la GED d’un membre : arborescence, metadata.csv et SHA512SUMS'

  @flags.string({ description: 'Le membre, par son SIREN', allowEmptyValue: true })
  declare tenant: string | undefined

  @flags.string({
    description: 'Un dossier vide, ou qui n’existe pas encore',
    allowEmptyValue: true,
  })
  declare out: string | undefined

  @flags.boolean({ description: 'Le résultat pour un programme' })
  declare json: boolean

  protected usage = 'ged:export --tenant SIREN --out DOSSIER [--json]'

  protected async perform(): Promise<boolean> {
    this.refuseMore()
    const { id } = await this.member(this.tenant)
    if (!this.out) throw new WrongArguments('Il manque --out DOSSIER.')
    const out = resolve(this.out)
    const free = await isFree(out).catch(() => false)
    if (!free)
      throw new WrongArguments(`Ce dossier n’est pas vide, ou ne s’écrit pas : « ${out} ».`)
    const report = await exportMember(id, out)
    if (this.json) this.answer(report)
    else process.stdout.write(`${report.documents} documents écrits dans ${out}.\n`)
    if (report.personal > 0) {
      this.tell(`${report.personal} espaces personnels laissés à leurs personnes.`)
    }
    for (const { path, message } of report.errors) this.tell(`${path} : ${message}`)
    return report.errors.length === 0
  }
}
