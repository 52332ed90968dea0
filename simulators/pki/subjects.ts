/** A collectivite that gets a server seal, and its people who get personal certificates. */
export interface Holder {
  slug: string
  name: string
  /** Absent, its certificates name the organisation without a number, as some authorities do. */
  siren?: string
  mayor?: string
  /** Who signs in the mayor's absence, with a certificate of her own. */
  secretary?: string
}

/** The RFC 4514 name of a server seal. */
export function sealSubject(holder: Holder): string {
  return `${organization(holder)}, CN=Cachet serveur - ${escaped(holder.name)}`
}

/** Given and family names apart (ETSI EN 319 412-2 §4.2.4); the first word is the given name. */
export function personSubject(holder: Pick<Holder, 'name' | 'siren'>, fullName: string): string {
  const [given, ...family] = fullName.split(' ')
  const names = `2.5.4.42=${escaped(given)}, 2.5.4.4=${escaped(family.join(' '))}`
  return `${organization(holder)}, ${names}, CN=${escaped(fullName)}`
}

/** The legal person, and its SIREN as organizationIdentifier (ETSI EN 319 412-1 §5.1.4). */
function organization({ name, siren }: Pick<Holder, 'name' | 'siren'>): string {
  const identifier = siren ? `, 2.5.4.97=NTRFR-${siren}` : ''
  return `C=FR, O=${escaped(name)}${identifier}`
}

const escaped = (text: string) => text.replace(/[,+"\\<>;=]/g, '\\$&')
