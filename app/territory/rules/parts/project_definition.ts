import type { Reader } from './reader.js'

/** Who carries a project, with what means, over which years. */
export interface ProjectDefinition {
  title: string
  presentation: string
  eluReferent: string | null
  commission: string | null
  quotitePercent: number | null
  durationMonths: number | null
  communes: string[]
  firstYear: number
  lastYear: number
  public: boolean
}

export const blankProject = {
  title: '',
  presentation: '',
  eluReferent: '',
  commission: '',
  quotitePercent: '',
  durationMonths: '',
  communes: '',
  firstYear: '',
  lastYear: '',
  public: '',
}

export type TypedProject = typeof blankProject

/** The form as the project fills it in; the communes come one a line. */
export function typedProject(project: ProjectDefinition): TypedProject {
  return {
    title: project.title,
    presentation: project.presentation,
    eluReferent: project.eluReferent ?? '',
    commission: project.commission ?? '',
    quotitePercent: String(project.quotitePercent ?? ''),
    durationMonths: String(project.durationMonths ?? ''),
    communes: project.communes.join('\n'),
    firstYear: String(project.firstYear),
    lastYear: String(project.lastYear),
    public: project.public ? 'true' : '',
  }
}

/** What the form defines; the reader gathers what is wrong. */
export function readProject(typed: TypedProject, reader: Reader): ProjectDefinition {
  const firstYear = reader.whole('firstYear', typed.firstYear, 2000, 2099) ?? 0
  const lastYear = reader.whole('lastYear', typed.lastYear, 2000, 2099) ?? 0
  if (typed.firstYear === '') reader.refuse('firstYear', 'Indiquez la première année.')
  if (typed.lastYear === '') reader.refuse('lastYear', 'Indiquez la dernière année.')
  else if (lastYear < firstYear) {
    reader.refuse('lastYear', `La dernière année ne peut pas précéder ${firstYear}.`)
  }
  return {
    title: reader.line('title', typed.title, 3),
    presentation: reader.text('presentation', typed.presentation, 0, 5000),
    eluReferent: reader.line('eluReferent', typed.eluReferent) || null,
    commission: reader.line('commission', typed.commission) || null,
    quotitePercent: reader.whole('quotitePercent', typed.quotitePercent, 0, 100),
    durationMonths: reader.whole('durationMonths', typed.durationMonths, 1, 120),
    communes: reader
      .text('communes', typed.communes, 0, 5000)
      .split('\n')
      .map((name) => name.trim())
      .filter(Boolean),
    firstYear,
    lastYear,
    public: typed.public === 'true' || typed.public === 'on',
  }
}
