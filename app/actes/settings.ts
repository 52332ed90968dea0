import type { Setting } from '#kernel/settings'
import { saveSettings, settingsOf } from '#kernel/settings'
import type { Tenant } from '#kernel/tenant'
import { Siret } from '#lib/values'
import { isReturnAddress } from './formats/envelope.js'
import { latin1Problem } from './rules/latin1.js'

/** How a collectivite transmits. */
export const SETTINGS = {
  transmitWhenSigned: {
    default: true,
    label: 'Transmettre dès la signature',
    help: 'Sinon, un agent le demande acte par acte.',
    kind: 'boolean',
  },
  publishUnauthenticated: {
    default: true,
    label: 'Publier dès l’accusé de réception, même non authentifié',
    help: 'Sinon, un agent vérifie l’accusé avant que l’acte soit publié.',
    kind: 'boolean',
  },
  // Whom the prefecture may call; the collectivite itself when empty
  referentName: {
    default: '',
    label: 'Référent pour la préfecture',
    kind: 'text',
    check: latin1Problem,
  },
  referentPhone: {
    default: '',
    label: 'Téléphone du référent',
    kind: 'text',
    check: (text) =>
      /^\+?[\d .]{10,20}$/.test(text) ? null : 'Écrivez dix chiffres : 02 99 00 00 00.',
  },
  referentEmail: { default: '', label: 'Adresse du référent', kind: 'text', check: emailAddress },
  headquartersSiret: {
    default: '',
    label: 'SIRET du siège',
    help: 'Sans lui, vos délibérations ne s’exportent pas au format ouvert SCDL, qui le demande.',
    kind: 'text',
    check: siretProblem,
  },
  extraReturnAddresses: {
    default: [],
    label: 'Autres adresses de retour',
    help: 'Une par ligne : elles reçoivent aussi les réponses de la préfecture.',
    kind: 'lines',
    check: (text) =>
      isReturnAddress(text)
        ? null
        : `La préfecture n’accepte pas l’adresse ${text} : sans signe plus, avec une terminaison de 2 à 6 lettres.`,
  },
} satisfies Record<string, Setting>

export interface ActesSettings {
  transmitWhenSigned: boolean
  /** Whether an acte is published on an answer that nobody vouches for. */
  publishUnauthenticated: boolean
  referentName: string
  referentPhone: string
  referentEmail: string
  /** Fourteen digits, or nothing. */
  headquartersSiret: string
  extraReturnAddresses: string[]
}

/** How a collectivite transmits: its own settings over those of the house. */
export const actesSettings = (tenant: Tenant) =>
  settingsOf({ name: 'actes', settings: SETTINGS }, tenant) as unknown as ActesSettings

/** Keeps the settings of the tenant in context. */
export const saveActesSettings = (settings: ActesSettings): Promise<void> =>
  saveSettings('actes', { ...settings })

/** What is wrong with a SIRET, in a sentence; null when its key is right. */
export function siretProblem(text: string): string | null {
  return Siret.tryParse(text)
    ? null
    : 'Un SIRET a quatorze chiffres, dont le dernier est une clé : vérifiez-les.'
}

function emailAddress(text: string): string | null {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return null
  return 'Cette adresse n’est pas complète : elle s’écrit nom@domaine.fr.'
}
