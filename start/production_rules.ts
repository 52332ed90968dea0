/** Settings whose test value would leave the house: other people's mail would come from nobody. */
const WANTED: Record<string, string> = {
  MAIL_FROM: 'l’adresse qui envoie les courriels aux personnes',
  ACTES_RETURN_ADDRESS: 'l’adresse où le ministère répond',
}
/** RFC 2606: names that no mail reaches. */
const INVENTED = /\.(test|example|invalid|localhost)>?$/i

/** What a real deployment lacks, in sentences that say how to mend it; nothing for the demonstration. */
export function faultsInProduction(valueOf: (name: string) => unknown): string[] {
  const isReal = valueOf('NODE_ENV') === 'production' && valueOf('DEMO') !== true
  if (!isReal) return []
  return Object.entries(WANTED).flatMap(([name, role]) => {
    const value = String(valueOf(name) ?? '').trim()
    if (!value)
      return [`${name} manque : donnez ${role}. Sans elle, rien ne démarre en production.`]
    if (INVENTED.test(value)) return [`${name} (« ${value} ») n’existe pas : donnez ${role}.`]
    return []
  })
}
