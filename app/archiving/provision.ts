import EntryAgreement, { KNOWN_PROFILES, type ProfileName } from './models/entry_agreement.js'

/** Gives a collectivite its entry agreements, in the transaction in context; says what it made. */
export async function provisionAgreements(): Promise<string[]> {
  const made: string[] = []
  for (const name of Object.keys(KNOWN_PROFILES) as ProfileName[]) {
    const agreement = await EntryAgreement.forProfile(name)
    if (agreement.$isLocal) made.push(`Accord de versement « ${agreement.label} » ouvert.`)
  }
  return made
}
