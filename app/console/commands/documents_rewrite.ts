import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { rewriteNext } from '#console/documents/rewriting'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'

const TELL_EVERY = 100

/** Resumable: what is done is in the rows. Exit status 1 when a document could not be read. */
export default class DocumentsRewrite extends BaseCommand {
  static commandName = 'documents:rewrite'
  static description =
    'Récrit les fichiers au repos d’un ancien format, ou sous une ancienne clé ; se reprend où elle s’arrête'
  static options: CommandOptions = { startApp: true }

  async run() {
    let total = 0
    for (const { id, name } of await tenants.all()) {
      let [done, after] = [0, '']
      for (;;) {
        const outcome = await tenancy.run(id, () => rewriteNext(after))
        if (outcome.is === 'nothing') break
        after = outcome.sha256
        if (outcome.is === 'damaged') {
          this.exitCode = 1
          this.logger.error(`${name} : le fichier d’empreinte ${after} ne se relit pas`)
          continue
        }
        done++
        if (done % TELL_EVERY === 0) this.logger.info(`${name} : ${done} fichiers récrits`)
      }
      if (done > 0) this.logger.success(`${name} : ${done} fichiers récrits`)
      total += done
    }
    this.logger.success(total === 0 ? 'Rien à récrire.' : `${total} fichiers récrits en tout.`)
  }
}
