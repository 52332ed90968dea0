import { latin1Text, xml } from '#lib/xml'
import { actesDocument, ROOT_ATTRIBUTES } from './document.js'

export interface Collectivite {
  siren: string
  /** 001, 02A, 974. */
  departement: string
  /** One figure. */
  arrondissement: string
  /** Kind of collectivite, two figures: 31 commune, 42 syndicat mixte ouvert… */
  nature: string
}

export interface Envelope {
  sender: Collectivite
  referent?: { name?: string; phone?: string; email?: string }
  /** Answers go to all of them; the platform's own address must be the first. */
  returnAddresses: string[]
  messageNames: string[]
}

// The XSD's pattern: no plus sign, top level domain of 2 to 6 letters
const EMAIL = /^[_a-zA-Z0-9-]+(\.[_a-zA-Z0-9-]+)*@[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*\.[a-zA-Z]{2,6}$/

/** True when the ministry's schema accepts the address as a return address. */
export const isReturnAddress = (address: string) => EMAIL.test(address)

/**
 * EnveloppeCLMISILL: who sends what, and where the answers go.
 * Return addresses that the schema refuses are left out.
 * @throws RangeError when none is left: the answers would be lost
 */
export function buildEnvelope({ sender, referent, returnAddresses, messageNames }: Envelope) {
  const addresses = [...new Set(returnAddresses)].filter(isReturnAddress)
  if (addresses.length === 0) throw new RangeError('an envelope needs a valid return address')
  return actesDocument(xml`<actes:EnveloppeCLMISILL ${ROOT_ATTRIBUTES}>
  <actes:Emetteur>
    <actes:IDCL insee:SIREN="${sender.siren}" actes:Departement="${sender.departement}" actes:Arrondissement="${sender.arrondissement}" actes:Nature="${sender.nature}"/>${referent && buildReferent(referent)}
  </actes:Emetteur>
  <actes:AdressesRetour>${addresses.map((email) => xml`<actes:Email>${email}</actes:Email>`)}</actes:AdressesRetour>
  <actes:FormulairesEnvoyes>${messageNames.map((name) => xml`<actes:Formulaire><actes:NomFichier>${name}</actes:NomFichier></actes:Formulaire>`)}</actes:FormulairesEnvoyes>
</actes:EnveloppeCLMISILL>`)
}

function buildReferent({ name, phone, email }: NonNullable<Envelope['referent']>) {
  const nom = name && xml`<actes:Nom>${latin1Text(name)}</actes:Nom>`
  const telephone = phone && xml`<actes:Telephone>${latin1Text(phone)}</actes:Telephone>`
  const address = email && isReturnAddress(email) && xml`<actes:Email>${email}</actes:Email>`
  return xml`\n    <actes:Referent>${nom}${telephone}${address}</actes:Referent>`
}
