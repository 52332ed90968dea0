import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { ownMeans } from '#console/journal/own_means'
import { verifyJournal } from '#console/journal/verify'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'

/** Recomputes the journal of every member; exit status 1 when one of them does not hold. */
export default class JournalVerify extends BaseCommand {
  static commandName = 'journal:verify'
  static description = 'Vérifie le journal de chaque collectivité : chaînage et scellements'
  static options: CommandOptions = { startApp: true }

  async run() {
    const means = await ownMeans()
    for (const { id, name } of await tenants.all()) {
      const { entries, seals, problems } = await tenancy.run(id, () => verifyJournal(means))
      if (problems.length === 0) {
        this.logger.success(`${name} : ${entries} entrées, ${seals} scellements, tout concorde`)
        continue
      }
      this.exitCode = 1
      for (const problem of problems) this.logger.error(`${name} : ${problem}`)
    }
  }
}
