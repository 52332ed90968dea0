import type { SettingField } from '#kernel/capability'
import { isReturnAddress } from './formats/envelope.js'
import { latin1Problem } from './rules/latin1.js'

/** What the console may change of how a collectivite transmits. */
export const SETTING_FIELDS: Record<string, SettingField> = {
  transmitWhenSigned: {
    label: 'Transmettre dès la signature',
    help: 'Sinon, un agent le demande acte par acte.',
    kind: 'boolean',
  },
  publishUnauthenticated: {
    label: 'Publier dès l’accusé de réception, même non authentifié',
    help: 'Sinon, un agent vérifie l’accusé avant que l’acte soit publié.',
    kind: 'boolean',
  },
  referentName: { label: 'Référent pour la préfecture', kind: 'text', check: latin1Problem },
  referentPhone: {
    label: 'Téléphone du référent',
    kind: 'text',
    check: (text) =>
      /^\+?[\d .]{10,20}$/.test(text) ? null : 'Écrivez dix chiffres : 02 99 00 00 00.',
  },
  referentEmail: { label: 'Adresse du référent', kind: 'text', check: emailAddress },
  extraReturnAddresses: {
    label: 'Autres adresses de retour',
    help: 'Une par ligne : elles reçoivent aussi les réponses de la préfecture.',
    kind: 'lines',
    check: (text) =>
      isReturnAddress(text)
        ? null
        : `La préfecture n’accepte pas l’adresse ${text} : sans signe plus, avec une terminaison de 2 à 6 lettres.`,
  },
}

function emailAddress(text: string): string | null {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return null
  return 'Cette adresse n’est pas complète : elle s’écrit nom@domaine.fr.'
}
