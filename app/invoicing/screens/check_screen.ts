import type { Meaning } from '#lib/meaning'
import type { Brought } from '../checking/check_brought.js'
import { amountWords } from '../readable/words.js'
import { shownDay } from '../readable/shown_day.js'
import { verdictScreen } from './verdict_screen.js'

type Words = { label: string; meaning: Meaning; text: string }

const READY: Words = {
  label: 'Prête à être envoyée',
  meaning: 'done',
  text: 'Aucune règle obligatoire n’est enfreinte, et rien ne manque à cet acheteur.',
}
const TO_MEND: Words = {
  label: 'À corriger avant de l’envoyer',
  meaning: 'trouble',
  text: 'Chaque ligne dit ce qui manque et comment le corriger. Corrigez dans votre logiciel, puis vérifiez de nouveau.',
}
const UNREADABLE: Words = {
  label: 'Illisible',
  meaning: 'trouble',
  text: 'Ce fichier ne se lit pas comme une facture électronique.',
}

/** What a supplier reads of her file: the verdict, what her buyer would miss, and each rule with its remedy. */
export function checkScreen({ outcome, content, buyer, missed }: Brought) {
  const verdict = verdictScreen(outcome)!
  const isReady = outcome.verdict === 'valid' && missed.length === 0
  return {
    overall: outcome.verdict === 'unreadable' ? UNREADABLE : isReady ? READY : TO_MEND,
    judges: verdict.judges,
    rules: [
      ...missed.map(({ id, term, message }) => ({
        state: { label: 'Manque à l’acheteur', meaning: 'trouble' as Meaning },
        set: 'Chorus Pro',
        ...{ id, term, message },
      })),
      ...verdict.rules,
    ],
    facts: content
      ? [
          { name: 'Numéro', value: content.number, mono: true },
          { name: 'Datée du', value: shownDay(content.issuedOn) },
          { name: 'Vendeur', value: content.seller.name },
          { name: 'Acheteur', value: content.buyer.name, hint: content.buyer.id },
          { name: 'Engagement', value: content.engagement, mono: true },
          { name: 'À payer', value: amountWords(content.totals.due, content.currency) },
        ]
      : [],
    buyer: buyer
      ? `Les demandes propres à ${buyer.name} sont vérifiées.`
      : content
        ? 'Cet acheteur n’est pas relié ici : ses demandes propres ne sont pas connues.'
        : null,
  }
}
