import { day } from '#web/dates'
import type Acte from '../models/acte.js'
import { toDay } from '../models/days.js'
import { anomalyAdvice } from '../rules/anomaly_advice.js'
import type { NextStep, Around } from '../next_step.js'
import { REVIEW } from '../rules/form_steps.js'

type StepOf = (acte: Acte, here: string, around: Around) => NextStep

const UNCHANGED =
  'Rien n’a changé depuis le refus de la préfecture : elle refusera sans doute de nouveau. Transmettre quand même ?'

const WITHHELD: NextStep = {
  title: 'Reçu en préfecture, non publié',
  text: 'L’acte est versé aux archives. Notifiez-le aux personnes concernées.',
  meaning: 'doing',
  live: true,
}
const PUBLISHING: NextStep = {
  title: 'La publication est en cours',
  text: 'L’exemplaire tamponné se prépare, puis l’acte rejoint le registre public.',
  meaning: 'doing',
  live: true,
}
/** Published where nobody reads, it would not be published (CGCT L2131-1). */
const UNREAD: NextStep = {
  title: 'Ouvrir le côté public',
  text: 'L’acte est reçu en préfecture. Il sera publié dès que votre collectivité aura ouvert ses pages publiques : demandez-le à la personne qui l’administre.',
  meaning: 'waiting',
  live: true,
}

/** What comes next in each state of an acte. */
export const STEPS: Record<Acte['state'], StepOf> = {
  draft: (_acte, here) => ({
    title: 'Compléter, puis envoyer en signature',
    text: 'Tout ce que la préfecture refuserait vous est signalé ici, avant la signature.',
    href: `${here}/modifier?etape=${REVIEW}`,
    label: 'Compléter l’acte',
    icon: 'pencil-line',
  }),
  in_circuit: (_acte, _here, { folder }) => ({
    title: folder?.waitsFor
      ? `En attente : ${folder.waitsFor}`
      : 'Le circuit de signature est en cours',
    text: folder?.trouble ?? 'L’acte partira en préfecture dès sa signature.',
    meaning: folder?.trouble ? 'trouble' : 'waiting',
    href: folder?.url,
    label: 'Ouvrir dans le parapheur',
    icon: 'pen-line',
    live: true,
  }),
  refused: (_acte, here) => ({
    title: 'Reprendre l’acte',
    text: 'Le parapheur l’a refusé : le motif est dans le fil. Reprenez le brouillon, corrigez, renvoyez.',
    meaning: 'trouble',
    action: `${here}/reprise`,
    label: 'Reprendre le brouillon',
    icon: 'undo-2',
  }),
  signed: (_acte, here) => ({
    title: 'Transmettre à la préfecture',
    text: 'L’acte est signé. Il devient exécutoire une fois transmis et publié (CGCT, article L2131-1).',
    meaning: 'waiting',
    action: `${here}/transmission`,
    label: 'Transmettre',
    icon: 'send',
  }),
  transmitting: () => ({
    title: 'L’envoi est en cours',
    text: 'Le serveur du ministère est contacté. Si la connexion manque, l’envoi reprend de lui-même ; rien ne part deux fois.',
    meaning: 'doing',
    live: true,
  }),
  transmitted: () => ({
    title: 'La préfecture doit accuser réception',
    text: 'La réponse arrive d’ordinaire en quelques minutes, le lundi pour un envoi du week-end.',
    who: 'Préfecture',
    meaning: 'waiting',
    live: true,
  }),
  anomaly: (acte, here, { isUnchanged }) => ({
    title: 'Corriger, puis transmettre de nouveau',
    text: anomalyAdvice(acte.anomalyCode ?? '', acte.anomalyDetail ?? ''),
    meaning: 'trouble',
    action: `${here}/transmission`,
    label: 'Transmettre de nouveau',
    icon: 'send',
    confirm: isUnchanged ? UNCHANGED : undefined,
  }),
  acknowledged: ({ withheld }, _here, { isPublicSideOpen }) => {
    if (withheld) return WITHHELD
    return isPublicSideOpen ? PUBLISHING : UNREAD
  },
  published: (acte) => ({
    title: 'L’acte est exécutoire',
    text: `Publié${dayOf(acte.publishedOn)}, il peut être contesté pendant deux mois. Son versement aux archives est en cours.`,
    meaning: 'doing',
    live: true,
  }),
  archived: (acte) => ({
    title: 'Tout est fait',
    text: archivedText(acte),
    meaning: 'done',
  }),
  cancelling: () => ({
    title: 'La préfecture doit confirmer l’annulation',
    who: 'Préfecture',
    meaning: 'waiting',
    live: true,
  }),
  cancelled: () => ({
    title: 'La transmission est annulée',
    text: 'L’acte n’est plus exécutoire. Son numéro reste pris : un nouvel acte en porte un autre.',
    meaning: 'done',
  }),
}

/** « le 12 mars 2026 », after a word; nothing where no day is kept. */
function dayOf(stored: Acte['publishedOn']): string {
  const known = toDay(stored)
  return known ? ` le ${day(known)}` : ''
}

function archivedText(acte: Acte): string {
  if (acte.publicForm !== 'none') {
    return `Reçu, publié${dayOf(acte.publishedOn)} et archivé avec ses preuves.`
  }
  const rest =
    acte.natureCode === 3
      ? 'Il prend effet une fois notifié à la personne concernée.'
      : 'Il n’est pas au registre public : « Publication » dit pourquoi.'
  return `Reçu en préfecture et archivé avec ses preuves. ${rest}`
}
