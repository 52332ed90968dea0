import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class InvoicingForesee extends BaseCommand {
  static commandName = 'invoicing:foresee'
  static description =
    'Dit quelles factures ouvertes changeraient de verdict sous un paquet de règles à venir'
  static options: CommandOptions = { startApp: true }

  async run() {
    // Not at the top: a command that only migrates must not need the models that it creates
    const [{ foresee }, { knownPacks }, { tenants }] = await Promise.all([
      import('../foreseeing/foresee.js'),
      import('../operator/coming_packs.js'),
      import('#kernel/tenant'),
    ])
    const coming = knownPacks().filter(({ isComing }) => isComing)
    if (coming.length === 0)
      this.logger.log('Aucun paquet n’attend sa date (invoicing:rules --from).')
    for (const pack of coming) {
      let changed = 0
      for (const { id, name } of await tenants.all()) {
        for (const { number, now, then, rules } of await foresee(id, pack)) {
          changed += 1
          this.logger.log(`${name}  ${number}  ${now} → ${then}  ${rules.join(', ')}`)
        }
      }
      this.logger.success(
        `Paquet ${pack.version}, à partir du ${pack.from} : ${changed} factures changeraient de verdict.`
      )
    }
  }
}
