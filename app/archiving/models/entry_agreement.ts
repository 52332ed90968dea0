import { EntryAgreementSchema } from '#database/schema/archiving'
import { TenantModel } from '#kernel/tenancy'

/** The entry agreements that every collectivite has from its first deposit, by kind of folder. */
export const KNOWN_PROFILES = {
  actes: {
    identifier: 'HALLE-ACTES',
    label: 'Actes soumis au contrôle de légalité',
    archivalProfile: 'HALLE-ACTES-1',
  },
  marches: {
    identifier: 'HALLE-MARCHES',
    label: 'Dossiers de passation des marchés publics',
    archivalProfile: 'HALLE-MARCHES-1',
  },
  factures: {
    identifier: 'HALLE-FACTURES',
    label: 'Factures reçues',
    archivalProfile: 'HALLE-FACTURES-1',
  },
  documents: {
    identifier: 'HALLE-DOCUMENTS',
    label: 'Dossiers de documents',
    archivalProfile: 'HALLE-DOCUMENTS-1',
  },
} as const

export type ProfileName = keyof typeof KNOWN_PROFILES

/** An accord de versement: what the archive admits from this collectivite. */
export default class EntryAgreement extends TenantModel(EntryAgreementSchema) {
  static table = 'archiving.entry_agreements'

  /** The agreement for a kind of folder, made when it is first needed. */
  static async forProfile(name: ProfileName): Promise<EntryAgreement> {
    const { identifier, ...rest } = KNOWN_PROFILES[name]
    return EntryAgreement.firstOrCreate({ identifier }, { ...rest, active: true })
  }
}
