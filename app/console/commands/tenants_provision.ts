import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { knownMember, provision } from '#console/provisioning'
import { slugOf } from '#console/provisioning/slug'

export default class TenantsProvision extends BaseCommand {
  static commandName = 'tenants:provision'
  static description = 'Crée un membre à partir de son SIREN, ou complète celui qui existe'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'SIREN du membre' })
  declare siren: string

  @flags.string({ description: 'Modèle : commune, epci, syndicat, ccas' })
  declare blueprint?: string

  @flags.string({ description: 'Nom, tel qu’il s’affiche' })
  declare name?: string

  @flags.string({ description: 'Adresse courte (kervalan) ; tirée du nom par défaut' })
  declare slug?: string

  @flags.string({ description: 'Département, sur trois caractères (035)' })
  declare departement?: string

  @flags.string({ description: 'Arrondissement, un chiffre' })
  declare arrondissement?: string

  @flags.boolean({ description: 'Dit ce qui serait fait, sans rien faire' })
  declare dryRun: boolean

  async run() {
    const known = await knownMember(this.siren)
    const name = this.name ?? known?.name ?? ''
    const { tenant, changes } = await provision(
      {
        siren: this.siren,
        name,
        slug: this.slug ?? known?.slug ?? slugOf(name),
        kind: this.blueprint ?? known?.kind ?? 'commune',
        departement: this.departement ?? known?.departement ?? '',
        arrondissement: this.arrondissement ?? known?.arrondissement ?? '1',
        natureCode: known?.natureCode,
      },
      { dryRun: this.dryRun }
    )
    this.logger.info(`${tenant.name} (${tenant.siren})`)
    if (changes.length === 0) return this.logger.success('Rien à changer.')
    for (const change of changes) this.logger.log(`  ${change}`)
    this.logger.success(this.dryRun ? 'Rien n’a été fait : c’était un essai.' : 'C’est fait.')
  }
}
