import { clock } from '#kernel/clock'
import type { Meaning } from '#lib/meaning'
import { LocalDate } from '#lib/values'
import { day } from '#web/dates'
import type { PaymentClock } from '#lib/einvoice/clock'
import type Invoice from '../models/invoice.js'
import { amountWords } from '../readable/words.js'
import { DELAY_DAYS } from '../rules/clock.js'

export interface ClockWords {
  title: string
  text: string
  meaning: Meaning
}

const days = (count: number) => `${count}\u00a0jour${count > 1 ? 's' : ''}`

/** The delay of payment in words, for both sides; null while none runs. */
export async function clockWords(invoice: Invoice): Promise<ClockWords | null> {
  const reckoned = await invoice.clock()
  if (!reckoned || invoice.state === 'refused') return null
  const { startsOn, dueOn, daysLate } = reckoned
  const runs = `Le délai de ${days(DELAY_DAYS)} court depuis le ${day(startsOn)} (${sourceOf(invoice)}).`
  if (!dueOn)
    return {
      title: 'Délai de paiement interrompu',
      text: 'Il reprendra quand le fournisseur aura complété sa facture ; il ne s’interrompt qu’une fois (R2192-27).',
      meaning: 'waiting',
    }
  const paidOn = invoice.paidOn ? LocalDate.parse(invoice.paidOn.toISODate()!) : null
  if (paidOn)
    return {
      title: daysLate > 0 ? `Payée avec ${days(daysLate)} de retard` : 'Payée à temps',
      text:
        daysLate > 0
          ? `Elle était due le ${day(dueOn)}. ${costWords(reckoned)}`
          : `Elle était due le ${day(dueOn)}, elle a été mise en paiement le ${day(paidOn)}.`,
      meaning: daysLate > 0 ? 'trouble' : 'done',
    }
  const left = clock.today().daysUntil(dueOn)
  const cost = left < 0 ? await invoice.clockAt(clock.today()) : null
  return {
    title: left < 0 ? `En retard de ${days(-left)}` : `À payer avant le ${day(dueOn)}`,
    text:
      left < 0
        ? `Elle était due le ${day(dueOn)}. ${costWords(cost!)} ${runs}`
        : `Il reste ${days(left)}. ${runs}`,
    meaning: left < 0 ? 'trouble' : left <= 7 ? 'waiting' : 'doing',
  }
}

/** What says from when the delay runs. */
function sourceOf({ worksPiece }: Invoice): string {
  if (!worksPiece || worksPiece === 'DP_DE_SOUSTRAITANT_TRAVAUX')
    return 'code de la commande publique, R2192-10 à R2192-15'
  return worksPiece === 'ETAT_ACOMPTE_VALIDE'
    ? 'réception de la demande par le maître d’œuvre : CCAG-Travaux, 12.1'
    : 'réception du décompte général et définitif : code de la commande publique, R2192-16'
}

/** What lateness costs, which is owed without being claimed; nothing when nothing is. */
function costWords({ interest, indemnity }: PaymentClock): string {
  if (indemnity.isZero()) return ''
  const flat = `une indemnité forfaitaire de ${amountWords(indemnity.toString())} (D2192-35)`
  const more = interest
    ? `${amountWords(interest.toString())} d’intérêts moratoires (R2192-31)`
    : 'des intérêts moratoires (R2192-31), qui se compteront une fois enregistré le taux de la BCE de ce semestre'
  return `Ce retard coûte ${flat} et ${more} : ils sont dus sans être réclamés.`
}
