import type Acte from '../models/acte.js'
import Answer from '../models/answer.js'
import { isUnproved, waitsForVerification } from '../receipt_trust.js'
import type { NextStep } from '../next_step.js'

/** What is known of who wrote the acknowledgement; nothing when somebody vouches for it. */
export async function receiptInWords(acte: Acte): Promise<string | undefined> {
  const receipt = await Answer.receiptOf(acte.id)
  if (isUnproved(receipt))
    return 'Réponse non authentifiée : rien ne prouve qu’elle vient du ministère.'
  return receipt?.verifiedAt ? 'Vérifié par un agent' : undefined
}

/** What an agent has to do before an acte is published, when its collectivite wants so. */
export async function verificationStep(
  acte: Acte,
  here: string,
  mayWrite: boolean
): Promise<NextStep | null> {
  if (!(await waitsForVerification(acte))) return null
  return {
    title: 'Vérifier l’accusé de réception, puis publier',
    text: 'Rien ne prouve que cette réponse vient du ministère. Lisez-la, ou appelez la préfecture ; l’acte sera publié ensuite.',
    meaning: 'waiting',
    ...(mayWrite && {
      action: `${here}/accuse-verifie`,
      label: 'Je l’ai vérifié, publier',
      icon: 'shield-check',
      confirm: 'Publier l’acte sur cet accusé de réception ?',
    }),
  }
}
