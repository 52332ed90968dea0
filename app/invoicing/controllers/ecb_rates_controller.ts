import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@vinejs/vine'
import { Decimal } from '#lib/values'
import { halfYears, sayRate } from '../operator/ecb_rates.js'

/** The highest rate that the ECB may ever have: beyond it, a comma was forgotten. */
const HIGHEST = Decimal.of(50)
const RATE = /^\d{1,2}(\.\d{1,3})?$/

/** The rates of the ECB, which the operator says for each half-year. */
export default class EcbRatesController {
  async store({ actor, request, response, session }: HttpContext) {
    // Compared with nothing: what was said is kept, and what is said last counts
    const { halfYear = '', rate = '' } = request.only(['halfYear', 'rate'])
    const from = halfYears().find((half) => half.toString() === String(halfYear))
    const said = rateIn(String(rate))
    const problems = [
      ...(from ? [] : [problem('halfYear', 'Choisissez un semestre de la liste.')]),
      ...(said
        ? []
        : [
            problem(
              'rate',
              'Écrivez le taux en pour cent, avec trois décimales au plus : « 2,15 ».'
            ),
          ]),
    ]
    if (!from || !said) throw new errors.E_VALIDATION_ERROR(problems)
    await sayRate(from, said, actor.id!)
    session.flash('success', 'Le taux est enregistré : les intérêts de ce semestre se comptent.')
    return response.redirect('/exploitation/factures')
  }
}

const problem = (field: string, message: string) => ({ field, message, rule: 'ecb_rate' })

/** « 2,15 », « 2.15 % »; null for what is no rate. */
function rateIn(text: string): Decimal | null {
  const plain = text.replaceAll(/[\s%]/g, '').replace(',', '.')
  const rate = RATE.test(plain) ? Decimal.parse(plain) : null
  return rate && rate.compareTo(HIGHEST) <= 0 ? rate : null
}
