import { chorusConfig } from '#config/invoicing'
import { settingsOf, type Setting } from '#kernel/settings'
import type { Tenant } from '#kernel/tenant'
import { openSetting } from '#web/setting_secrets'
import { Siret } from '#lib/values'
import type { PlatformAccount } from './gateways/platform_call.js'

/** How a collectivite reaches Chorus Pro. */
export const SETTINGS = {
  siret: {
    default: '',
    label: 'SIRET à qui les factures sont adressées',
    kind: 'text',
    check: (text) =>
      Siret.tryParse(text)
        ? null
        : 'Un SIRET a quatorze chiffres, dont le dernier est une clé : vérifiez-les.',
  },
  wantsEngagement: {
    default: false,
    label: 'Demander un numéro d’engagement ou de marché',
    help: 'Comme dans les paramètres de votre structure sur Chorus Pro : qui vérifie sa facture ici le saura avant de l’envoyer.',
    kind: 'boolean',
  },
  wantsService: {
    default: false,
    label: 'Demander un code de service',
    kind: 'boolean',
  },
  confirmsAccounts: {
    default: false,
    label: 'Refuser le mandat tant que deux personnes n’ont pas confirmé un compte nouveau',
    help: 'Un IBAN jamais vu pour un fournisseur est signalé dans tous les cas.',
    kind: 'boolean',
  },
  chorusLogin: {
    default: '',
    label: 'Compte technique de Chorus Pro',
    help: 'Un par structure ; il sert une demi-heure après sa création.',
    kind: 'text',
  },
  chorusPassword: { default: '', label: 'Mot de passe du compte technique', kind: 'secret' },
  chorusUrl: {
    default: '',
    label: 'Adresse de Chorus Pro',
    help: 'Vide : celle de la plateforme.',
    kind: 'text',
    check: webAddress,
  },
  chorusOauthUrl: {
    default: '',
    label: 'Adresse des jetons de PISTE',
    help: 'Vide : celle de la plateforme.',
    kind: 'text',
    check: webAddress,
  },
  chorusClientId: {
    default: '',
    label: 'Identifiant de l’application PISTE',
    help: 'Vide : celui de la plateforme.',
    kind: 'text',
  },
  chorusClientSecret: { default: '', label: 'Secret de l’application PISTE', kind: 'secret' },
  receivesWorks: {
    default: false,
    label: 'Relever aussi les factures de travaux',
    help: 'Celles des marchés de travaux (cadres A4 à A25), que le maître d’œuvre et le maître d’ouvrage valident.',
    kind: 'boolean',
  },
  platformUrl: {
    default: '',
    label: 'Adresse des flux de la plateforme agréée',
    help: 'Seulement pour envoyer des factures sans Hélios : l’adresse qui précède « /v1 » (XP Z12-013).',
    kind: 'text',
    check: webAddress,
  },
  platformOauthUrl: {
    default: '',
    label: 'Adresse de ses jetons',
    kind: 'text',
    check: webAddress,
  },
  platformClientId: {
    default: '',
    label: 'Identifiant de notre application chez elle',
    kind: 'text',
  },
  platformClientSecret: { default: '', label: 'Secret de cette application', kind: 'secret' },
} satisfies Record<string, Setting>

type TextSetting = Exclude<
  keyof typeof SETTINGS,
  'wantsEngagement' | 'wantsService' | 'confirmsAccounts' | 'receivesWorks'
>

/** What opens Chorus Pro for a collectivite. */
export interface ChorusAccount {
  url: string
  oauthUrl: string
  clientId: string
  clientSecret: string
  login: string
  password: string
}

/** The account of a collectivite, its own settings over those of the platform; null without one. */
export function chorusAccount(tenant: Tenant): ChorusAccount | null {
  const own = settingsOf({ name: 'invoicing', settings: SETTINGS }, tenant) as Record<
    TextSetting,
    string
  >
  const account = {
    url: own.chorusUrl || chorusConfig.url,
    oauthUrl: own.chorusOauthUrl || chorusConfig.oauthUrl,
    clientId: own.chorusClientId || chorusConfig.clientId,
    clientSecret: openSetting(own.chorusClientSecret) || chorusConfig.clientSecret,
    login: own.chorusLogin,
    password: openSetting(own.chorusPassword),
  }
  return Object.values(account).every(Boolean) ? account : null
}

/** How the approved platform of a collectivite is reached; null when it has none. */
export function platformAccount(tenant: Tenant): PlatformAccount | null {
  const own = settingsOf({ name: 'invoicing', settings: SETTINGS }, tenant) as Record<
    TextSetting,
    string
  >
  const account = {
    url: own.platformUrl.replace(/\/$/, ''),
    oauthUrl: own.platformOauthUrl,
    clientId: own.platformClientId,
    clientSecret: openSetting(own.platformClientSecret),
  }
  return Object.values(account).every(Boolean) ? account : null
}

function webAddress(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol === 'https:') return null
  return 'Écrivez l’adresse complète, qui commence par https://.'
}

const isSet = (tenant: Tenant, name: 'confirmsAccounts' | 'receivesWorks'): boolean =>
  settingsOf({ name: 'invoicing', settings: SETTINGS }, tenant)[name] === true

/** Whether a collectivite orders no payment on an account that two people have not confirmed. */
export const wantsSureAccounts = (tenant: Tenant) => isSet(tenant, 'confirmsAccounts')

/** Whether a collectivite has the invoices of works pulled too. */
export const receivesWorks = (tenant: Tenant) => isSet(tenant, 'receivesWorks')
