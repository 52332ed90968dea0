import type { Setting } from '#kernel/settings'
import { settingsOf } from '#kernel/settings'
import type { Tenant } from '#kernel/tenant'
import { EmailAddress } from '#lib/values'
import { lineProblem } from './rules/opening_hours.js'

/** What a member says of itself to everybody: what the law asks, and how to reach it. */
export const SETTINGS = {
  legalAddress: {
    default: '',
    label: 'Adresse de la collectivité',
    help: 'Avec le code postal : « 1 place de la Mairie, 35120 Saint-Orven ».',
    kind: 'text',
  },
  legalPhone: { default: '', label: 'Téléphone', kind: 'text', check: phoneProblem },
  publicEmail: {
    default: '',
    label: 'Courriel pour les habitants',
    kind: 'text',
    check: mailProblem,
  },
  website: { default: '', label: 'Site de la collectivité', kind: 'text', check: siteProblem },
  openingHours: {
    default: [],
    label: 'Horaires d’ouverture',
    help: 'Un jour par ligne : « lundi 09:00-12:00 14:00-17:30 ».',
    kind: 'lines',
    check: lineProblem,
  },
  hoursNote: {
    default: '',
    label: 'Exceptions aux horaires',
    help: 'Comme « fermé le premier samedi du mois ».',
    kind: 'text',
  },
  publicationDirector: {
    default: '',
    label: 'Directeur ou directrice de la publication',
    help: 'Nom et fonction, comme « Soizic Madec, maire ».',
    kind: 'text',
  },
  dpoContact: {
    default: '',
    label: 'Délégué à la protection des données',
    help: 'Une adresse où il répond.',
    kind: 'text',
  },
  accessibilityContact: {
    default: '',
    label: 'Contact pour l’accessibilité',
    help: 'Sans lui, celui de l’exploitant est donné.',
    kind: 'text',
  },
} satisfies Record<string, Setting>

export type PortalSettings = Record<Exclude<keyof typeof SETTINGS, 'openingHours'>, string> & {
  openingHours: string[]
}

/** What a member says of itself, over what the house says while it says nothing. */
export const portalSettings = (tenant: Tenant) =>
  settingsOf({ name: 'portal', settings: SETTINGS }, tenant) as unknown as PortalSettings

export function phoneProblem(text: string): string | null {
  return /^\+?[\d .]{10,20}$/.test(text) ? null : 'Écrivez dix chiffres : 02 99 00 00 00.'
}

export function mailProblem(text: string): string | null {
  return EmailAddress.tryParse(text)
    ? null
    : 'Cette adresse n’est pas complète : elle s’écrit nom@domaine.fr.'
}

export function siteProblem(text: string): string | null {
  const isSite = /^https?:\/\/[^\s]+\.[^\s]+$/i.test(text) && URL.canParse(text)
  return isSite ? null : 'Écrivez l’adresse entière : https://www.votre-commune.fr.'
}
