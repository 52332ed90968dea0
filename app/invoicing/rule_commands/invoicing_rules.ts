import { DateTime } from 'luxon'
import { importPack, PackRefused, SHEETS, type SheetName } from '#lib/einvoice/packs'
import { WrongCall, type FileCommand } from '#lib/rule_command'
import { LocalDate } from '#lib/values'
import { packsHome } from '../packs_home.js'

/** Imports a pack of official rules: what it holds, or 1, nothing imported, and why. */
const rules: FileCommand = {
  help: `Importe un paquet de règles officielles : les schémas (.xsd) et les règles (.sch) d’un dossier.

  Les paquets restent côte à côte ; celui qui s’applique est choisi par sa date : celle que ses
  feuilles disent, ou --from AAAA-MM-JJ.`,
  options: ['from'],

  async run(files, { from }, say, env) {
    const [folder, ...others] = files
    const day = from === undefined ? undefined : LocalDate.tryParse(from)?.toString()
    if (others.length > 0) throw new WrongCall('Un seul dossier se nomme.')
    if (from !== undefined && !day) throw new WrongCall(`--from n’est pas un jour : « ${from} ».`)
    const today = LocalDate.at(DateTime.now()).toString()
    try {
      const facts = importPack(folder, packsHome(env), { from: day, today })
      const sets = Object.entries(facts.sheets).map(([name, { asserts }]) => ({
        set: SHEETS[name as SheetName],
        sheet: name,
        asserts,
      }))
      say({ version: facts.version, from: facts.from, sets, schemas: Object.keys(facts.schemas) })
      return 0
    } catch (error) {
      if (!(error instanceof PackRefused)) throw error
      console.error(error.message)
      return 1
    }
  },
}

export default rules
