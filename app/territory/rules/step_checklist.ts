import type { ProjectStep } from './project_steps.js'

/** Something to have done before leaving a step. */
export interface ChecklistItem {
  code: string
  label: string
  /** `block` stops the project; `warning` is told and lets it go on. */
  level: 'block' | 'warning'
}

const block = (code: string, label: string): ChecklistItem => ({ code, label, level: 'block' })
const warn = (code: string, label: string): ChecklistItem => ({ code, label, level: 'warning' })

/** The sentences of the method, step by step; figures and sheets are judged in project_guards. */
export const CHECKLISTS: Record<ProjectStep, ChecklistItem[]> = {
  prerequis: [
    warn('sensibilite_numerique', 'Une sensibilité de la collectivité pour le numérique'),
    warn('commission', 'Une commission autour du numérique'),
    warn('realisations', 'Quelques réalisations sur lesquelles s’appuyer'),
    warn('conduite_de_projet', 'Une collectivité prête à la gestion de projets transverses'),
    warn('moyens', 'Des moyens financiers et techniques pour la mise en œuvre'),
  ],
  lancement: [
    block('reunion_elus', 'Réunion de lancement avec les élus'),
    block('reunion_habitants', 'Réunion de lancement avec les habitants'),
    block('copil', 'Comité de pilotage constitué, avec au moins un élu'),
    block('groupe_habitants', 'Groupe de travail d’habitants constitué'),
  ],
  diagnostic: [
    block('diagnostic_elus', 'Diagnostic auprès des élus (entretiens)'),
    block('diagnostic_services', 'Diagnostic auprès des services (entretiens, ateliers)'),
    block('diagnostic_habitants', 'Diagnostic auprès des habitants (enquête en ligne, ateliers)'),
    block('besoins', 'Besoins et attentes recensés'),
    block('synthese', 'Synthèse du diagnostic rédigée'),
  ],
  formalisation: [
    block('validation_copil', 'Axes validés par le comité de pilotage des élus'),
    block('presentation_conseil', 'Programme présenté en Conseil'),
    block('reunion_publique', 'Programme présenté en réunion publique'),
  ],
  mise_en_oeuvre: [block('plan_annuel', 'Plan d’action de l’année validé')],
  evaluation: [warn('communication', 'Évaluation communiquée aux participants et aux habitants')],
  clos: [],
}

/** Every code, to refuse one that does not exist. */
export const CHECKLIST_CODES: string[] = Object.values(CHECKLISTS)
  .flat()
  .map((item) => item.code)
