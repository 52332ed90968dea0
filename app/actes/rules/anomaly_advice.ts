/** True when the ministry says that our classification is not the current one. */
export const isStaleClassification = (nature: string, detail: string): boolean =>
  nature === '002' || (nature !== 'CONTROLE' && nature !== 'HTTP' && /classification/i.test(detail))

/** What the agent can do about an anomaly; the official labels of the codes are not published. */
export function anomalyAdvice(nature: string, detail: string): string {
  if (nature === 'CONTROLE') {
    return 'Rien n’est parti. Reprenez le brouillon, corrigez ces points, puis renvoyez l’acte en signature.'
  }
  if (nature === 'HTTP') {
    return 'Le serveur du ministère a refusé l’envoi sans examiner l’acte. Transmettez de nouveau ; si le refus se répète, prévenez l’assistance de votre plateforme.'
  }
  if (isStaleClassification(nature, detail)) {
    return 'La classification à jour est demandée à la préfecture. Une fois reçue, vérifiez la matière et les types de documents, puis transmettez de nouveau.'
  }
  if (/d[ée]j[àa]/i.test(detail)) {
    return 'La préfecture détient déjà un acte de ce numéro : vérifiez le registre avant de choisir un autre numéro.'
  }
  if (/type|pi[èe]ce|annexe/i.test(detail)) {
    return 'Vérifiez les types et le nombre des documents, puis transmettez de nouveau.'
  }
  return 'Corrigez ce que la préfecture signale, puis transmettez de nouveau. Si le message reste obscur, appelez votre bureau du contrôle de légalité.'
}
