import { adviceFor, type Buyer, type Nature } from '#lib/tenders/thresholds'
import { Decimal } from '#lib/values'
import { Refused, WrongUsage, type Answer, type Command } from './command.js'
import { readDay, readOption, readWord } from './values_read.js'

const NATURES: Nature[] = ['travaux', 'fournitures', 'services']
const BUYERS: Buyer[] = ['local', 'etat']

export const thresholds: Command = {
  usage: `--on JOUR --nature ${NATURES.join('|')} --amount EUROS --buyer ${BUYERS.join('|')} --json`,
  options: { on: 'one', nature: 'one', amount: 'one', buyer: 'one' },
  async run(given): Promise<Answer> {
    const day = readDay('on', given.one('on'))
    const nature = readWord('nature', given.one('nature'), NATURES)
    const buyer = readWord('buyer', given.one('buyer'), BUYERS)
    const amount = readOption('amount', given.one('amount'), (text) => Decimal.parse(text))
    if (amount.isNegative()) throw new WrongUsage('--amount : un montant n’est pas négatif.')
    const advice = adviceFor(day, { nature, amount, buyer })
    if (advice === null)
      throw new Refused(
        'unknown-day',
        `Les seuils du ${day.toFrench()} ne sont pas connus de cette version.`
      )
    const { procedure, publicity, dceOnProfile, decp } = advice
    return {
      value: advice,
      lines: [
        `Procédure : ${procedure}. Publicité : ${publicity}.`,
        `DCE sur le profil : ${dceOnProfile ? 'oui' : 'non'}. Données essentielles : ${decp ? 'oui' : 'non'}.`,
      ],
    }
  },
}
