import { parseXml, XmlRejected } from '#lib/xml'

// The schema of the DGCL's budgets (TotEM), whatever the version of its content
const NAMESPACE = 'http://www.minefi.gouv.fr/cp/demat/docbudgetaire'
const SEAL = '/b:DocumentBudgetaire/b:Scellement[@md5 and @sha1 and @date]'

/** Why the ministry would refuse a budget in XML, in French, or null. */
export function budgetXmlProblem(bytes: Buffer): string | null {
  try {
    using doc = parseXml(bytes, { namespaces: { b: NAMESPACE } })
    if (doc.nodes('/b:DocumentBudgetaire/b:Budget').length === 0) {
      return 'Ce fichier XML n’est pas un document budgétaire : exportez-le depuis TotEM ou votre logiciel financier.'
    }
    // The ministry computes the digests again: a budget that was not sealed does not pass
    if (doc.nodes(SEAL).length === 0) {
      return 'Ce budget n’est pas scellé : scellez-le dans TotEM ou votre logiciel financier, puis déposez le fichier scellé.'
    }
    return null
  } catch (error) {
    if (!(error instanceof XmlRejected)) throw error
    if (error.code === 'E_XML_TOO_LARGE') return 'Ce budget dépasse 20 Mo : envoyez-le en PDF.'
    return 'Ce fichier XML est abîmé ou illisible : exportez-le de nouveau depuis votre logiciel financier.'
  }
}
