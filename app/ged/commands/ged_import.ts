import { readFile, realpath } from 'node:fs/promises'
import { args, flags } from '@adonisjs/core/ace'
import { DomainError } from '#lib/errors'
import { ocrTools } from '#lib/ocr/ocr'
import { importPath } from '../import/import_path.js'
import { isCut, Metadata, missingColumns, readMetadata } from '../import/metadata.js'
import type { ImportReport } from '../import/report.js'
import { isSlug } from '../spaces/usual_spaces.js'
import { ProgramCommand, WrongArguments } from './program_command.js'

/** Imports a folder, a ZIP, a message or a file; the same call after a cut ends what was begun. */
export default class GedImport extends ProgramCommand {
  static commandName = 'ged:import'
  static description = 'Importe un dossier, un ZIP ou un message dans la GED d’un membre'

  @args.string({ description: 'Ce qu’il faut importer', required: false, allowEmptyValue: true })
  declare path: string | undefined

  @flags.string({ description: 'Le membre, par son SIREN', allowEmptyValue: true })
  declare tenant: string | undefined

  @flags.string({
    description: 'L’espace, par son adresse ; l’espace commun sinon',
    allowEmptyValue: true,
  })
  declare space: string | undefined

  @flags.string({
    description: 'Le type de ce que rien d’autre ne type, par son code',
    allowEmptyValue: true,
  })
  declare type: string | undefined

  @flags.string({
    description: 'Un CSV : chemin;type;date;titre;regle;sort;point_de_depart',
    allowEmptyValue: true,
  })
  declare metadata: string | undefined

  @flags.boolean({ description: 'Dit ce qui serait fait, sans rien écrire', alias: 'n' })
  declare dryRun: boolean

  @flags.boolean({ description: 'Attend que les textes soient lus' })
  declare wait: boolean

  @flags.boolean({ description: 'Le résultat pour un programme' })
  declare json: boolean

  protected usage =
    'ged:import CHEMIN --tenant SIREN [--space ADRESSE] [--type CODE] [--metadata CSV] [--dry-run] [--wait] [--json]'

  protected async perform(): Promise<boolean> {
    this.refuseMore()
    if (!this.path) throw new WrongArguments('Il manque ce qu’il faut importer.')
    const tenant = await this.member(this.tenant)
    if (this.space !== undefined && !isSlug(this.space)) {
      throw new WrongArguments(`Ce n’est pas l’adresse d’un espace : « ${this.space} ».`)
    }
    const path = await realpath(this.path).catch(() => {
      throw new WrongArguments(`Il n’y a rien à ce chemin : « ${this.path} ».`)
    })
    const wanted = { tenant, path, space: this.space, type: this.type }
    const [isTrial, wait] = [Boolean(this.dryRun), Boolean(this.wait)]
    const metadata = await this.readMetadata()
    const report = await importPath({ ...wanted, metadata, isTrial, wait }).catch(wrongType)
    if (report.texts.none > 0 && !(await ocrTools()).pictures) this.tell(NO_OCR)
    if (this.json) this.answer(report)
    else process.stdout.write(`${sentences(report)}\n`)
    for (const { path: entry, code, message } of report.errors) {
      this.tell(`${entry} : ${message} (${code})`.replaceAll('\n', '\ufffd'))
    }
    return report.errors.every(({ code }) => code === 'E_GED_RENAMED')
  }

  private async readMetadata(): Promise<Metadata> {
    if (this.metadata === undefined) return new Metadata()
    const bytes = await readFile(this.metadata).catch(() => {
      throw new WrongArguments(`Le fichier de description ne se lit pas : « ${this.metadata} ».`)
    })
    const missing = missingColumns(bytes)
    if (missing.length === 0 && isCut(bytes)) {
      throw new WrongArguments('Un guillemet du fichier de description n’est jamais fermé.')
    }
    if (missing.length === 0) return readMetadata(bytes)
    throw new WrongArguments(
      `Il manque des colonnes au fichier de description : ${missing.join(', ')}.`
    )
  }
}

const NO_OCR =
  'Des fichiers sans texte ne sont pas lus : la reconnaissance de caractères (tesseract, avec « fra ») n’est pas sur cette machine.'

/** A type that is not there was written on the command line: nothing was read yet. */
const wrongType = (error: Error): never => {
  const isType = error instanceof DomainError && error.code === 'E_GED_TYPE_UNKNOWN'
  throw isType ? new WrongArguments(error.message) : error
}

const sentences = ({ seen, imported, duplicates, skipped, refused, seconds }: ImportReport) =>
  `${seen} fichiers vus en ${seconds} s : ${imported} importés, ${duplicates} en double (gardés une fois), ${skipped} déjà faits, ${refused} refusés.`
