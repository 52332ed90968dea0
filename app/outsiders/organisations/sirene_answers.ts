import type { Entry } from './register.js'

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() && value !== '[ND]' ? value.trim() : null

/** Legal forms of INSEE: 92 and 93 are associations and foundations, 7 public bodies. */
const kindOf = (form: string | null): Entry['kind'] => {
  if (/^9[23]/.test(form ?? '')) return 'association'
  return /^7/.test(form ?? '') ? 'public' : 'company'
}

/** An establishment of API Sirene 3.11 in our words; null when it says less than a name. */
export function readEstablishment(said: any): Entry | null {
  const siret = text(said?.siret)
  const unit = said?.uniteLegale ?? {}
  const period = said?.periodesEtablissement?.[0] ?? {}
  const person = [unit.prenomUsuelUniteLegale, unit.nomUsageUniteLegale ?? unit.nomUniteLegale]
  const name = text(unit.denominationUniteLegale) ?? text(person.filter(text).join(' '))
  if (!siret || !name) return null
  const at = said.adresseEtablissement ?? {}
  const road = [at.numeroVoieEtablissement, at.typeVoieEtablissement, at.libelleVoieEtablissement]
  return {
    siret,
    siren: siret.slice(0, 9),
    rna: text(unit.identifiantAssociationUniteLegale),
    name,
    sign: text(period.enseigne1Etablissement) ?? text(period.denominationUsuelleEtablissement),
    address: text(road.filter(text).join(' ')),
    postcode: text(at.codePostalEtablissement),
    locality: text(at.libelleCommuneEtablissement),
    isSeat: said.etablissementSiege === true,
    isOpen: period.etatAdministratifEtablissement !== 'F',
    isUnitActive: unit.etatAdministratifUniteLegale !== 'C',
    kind: kindOf(text(unit.categorieJuridiqueUniteLegale)),
  }
}
