/** Everything that the bordereau says, already in words. */
export interface BordereauContents {
  collectivite: string
  title: string
  circuit: string
  /** « Dossier ouvert par … le … », « Terminé le … ». */
  facts: [string, string][]
  documents: { name: string; role: string; sha256: string; signedSha256: string | null }[]
  steps: { what: string; desk: string; who: string; when: string; details: string[] }[]
}
