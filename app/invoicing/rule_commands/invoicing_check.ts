import { readFile } from 'node:fs/promises'
import { DateTime } from 'luxon'
import { checkFile, unreadable, type Outcome } from '#lib/einvoice'
import { Packs } from '#lib/einvoice/packs'
import type { FileCommand } from '#lib/rule_command'
import { LocalDate } from '#lib/values'
import { packsHome } from '../packs_home.js'

/** One line a file, in order: what it is, which rules it breaks and how to mend; 0 whatever it is. */
const check: FileCommand = {
  help: `Vérifie des factures électroniques (CII, UBL, Factur-X, pivot) et des messages de cycle de vie.

  Une ligne JSON par fichier, dans l’ordre des fichiers. Les règles officielles importées par
  invoicing:rules jugent à côté des nôtres ; où elles diffèrent, la règle est dite « disputed ».`,

  async run(files, _options, say, env) {
    const packs = Packs.in(packsHome(env), LocalDate.at(DateTime.now()))
    for (const file of files) {
      const started = performance.now()
      const outcome = await outcomeOf(file, packs)
      say({ file, ...outcome, ms: Math.round((performance.now() - started) * 100) / 100 })
    }
    return 0
  },
}

export default check

async function outcomeOf(file: string, packs: Packs): Promise<Outcome> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch {
    const message = 'Ce fichier ne s’ouvre pas : vérifiez son nom et vos droits.'
    return unreadable(null, 'E_FILE_MISSING', message)
  }
  return checkFile(bytes, packs)
}
