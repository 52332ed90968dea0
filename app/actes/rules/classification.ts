/** The classification that a prefecture sends (7-2): what its contrôle de légalité accepts. */
export interface Classification {
  /** YYYY-MM-DD; every 1-1 must carry the date of the current one. */
  date: string
  natures: ClassifiedNature[]
  matieres: Matiere[]
}

export interface ClassifiedNature {
  code: number
  label: string
  abrege: string
  typesPJ: TypePJ[]
}

export interface TypePJ {
  /** Five characters, such as 99_DE. */
  code: string
  label: string
}

export interface Matiere {
  code: number
  label: string
  children: Matiere[]
}

// 99_SE accompanies a detached signature; ours are inside the PDF (PAdES)
const DETACHED_SIGNATURE = '99_SE'

/** The types that a document of that nature may take; the default one first, then 99_ codes, then by code. */
export function typesPJOf(classification: Classification, nature: number): TypePJ[] {
  const found = classification.natures.find(({ code }) => code === nature)
  const types = (found?.typesPJ ?? []).filter(({ code }) => code !== DETACHED_SIGNATURE)
  const rank = ({ code }: TypePJ) => (code.startsWith('99_') ? `0${code}` : `1${code}`)
  return types.sort((a, b) => rank(a).localeCompare(rank(b)))
}

/** The matiere of that path ("7.1"), or null. */
export function findMatiere(classification: Classification, path: string): Matiere | null {
  let level = classification.matieres
  let matiere: Matiere | null = null
  for (const code of path.split('.')) {
    matiere = level.find((candidate) => String(candidate.code) === code) ?? null
    if (!matiere) return null
    level = matiere.children
  }
  return matiere
}

/** The labels from the first level to the last: "Finances locales > Décisions budgétaires". */
export function matiereLabels(classification: Classification, path: string): string[] {
  const codes = path.split('.')
  return codes.flatMap((_, depth) => {
    const matiere = findMatiere(classification, codes.slice(0, depth + 1).join('.'))
    return matiere ? [matiere.label] : []
  })
}

export interface MatiereChoice {
  path: string
  label: string
  depth: number
}

/** Every matiere that may be chosen (second level and below), in order of codes. */
export function matiereChoices(classification: Classification): MatiereChoice[] {
  const walk = (matieres: Matiere[], parents: number[]): MatiereChoice[] =>
    [...matieres]
      .sort((a, b) => a.code - b.code)
      .flatMap(({ code, label, children }) => {
        const path = [...parents, code]
        const own = { path: path.join('.'), label, depth: path.length }
        return [own, ...walk(children, path)]
      })
  return walk(classification.matieres, []).filter(({ depth }) => depth > 1)
}
