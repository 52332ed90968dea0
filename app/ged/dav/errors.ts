/** What WebDAV answers when it does not do what it is asked (RFC 4918 §11). */
export class DavRefusal extends Error {
  constructor(
    readonly status: number,
    sentence: string
  ) {
    super(sentence)
  }
}

const refusal = (status: number, sentence: string) => () => new DavRefusal(status, sentence)

export const BadCall = refusal(400, 'Cette demande WebDAV ne se comprend pas.')
export const Unmapped = refusal(404, 'Il n’y a rien à cette adresse, ou rien qui vous soit ouvert.')
export const Forbidden = refusal(403, 'Vos droits ici ne le permettent pas.')
export const NotHere = refusal(405, 'Cela ne se fait pas à cette adresse.')
export const NoParent = refusal(409, 'Le dossier au-dessus n’existe pas.')
export const Failed = refusal(412, 'Une condition de la demande n’est pas remplie.')
export const TooLong = refusal(413, 'Cette demande est trop longue.')
export const BodyRefused = refusal(415, 'Cette demande ne prend pas de contenu.')
export const Locked = refusal(423, 'Quelqu’un d’autre y travaille en ce moment.')
