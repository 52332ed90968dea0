import type { Actor } from '#kernel/actor'
import type { Gesture } from '#web/list/index'
import { submit, withdraw } from './circuit.js'
import { ActeAlreadySent, ActeNotSigned } from './errors.js'
import { startTransmission } from './jobs/transmit.js'
import Acte from './models/acte.js'

/** Deletes a draft; throws when it is none, or when what was exchanged must be kept. */
export async function deleteDraft(id: string): Promise<void> {
  const acte = await Acte.hold(id)
  acte.mustBeDraft()
  if (await acte.wasSent()) throw new ActeAlreadySent()
  await acte.delete()
}

/** Sends a signed acte to the prefecture, or sends again the one that had an anomaly. */
export async function sendToPrefecture(acte: Acte, by: Actor): Promise<void> {
  await acte.mustBeTransmissible()
  await startTransmission(acte, by)
}

/** What the list of actes offers to do to several at once: what the page of each one offers. */
export const ACTE_GESTURES: Gesture[] = [
  {
    name: 'signature',
    label: 'Envoyer en signature',
    icon: 'pen-line',
    permission: 'actes.write',
    done: ['acte parti en signature', 'actes partis en signature'],
    undo: 'reprise',
    async run(id, by) {
      const acte = await Acte.hold(id)
      acte.mustBeDraft()
      await submit(acte, by)
    },
  },
  {
    name: 'transmission',
    label: 'Transmettre à la préfecture',
    icon: 'send',
    permission: 'actes.transmit',
    confirm: 'Transmettre les actes choisis à la préfecture ?',
    done: ['envoi à la préfecture commencé', 'envois à la préfecture commencés'],
    async run(id, by) {
      const acte = await Acte.hold(id)
      if (acte.state !== 'signed') throw new ActeNotSigned()
      await sendToPrefecture(acte, by)
    },
  },
  {
    name: 'suppression',
    label: 'Supprimer les brouillons',
    icon: 'trash-2',
    kind: 'danger',
    permission: 'actes.write',
    confirm: 'Supprimer les brouillons choisis ? Rien ne les rendra.',
    done: ['brouillon supprimé', 'brouillons supprimés'],
    run: deleteDraft,
  },
  {
    name: 'reprise',
    label: 'Tout reprendre en brouillon',
    icon: 'undo-2',
    permission: 'actes.write',
    offered: false,
    done: ['acte repris en brouillon', 'actes repris en brouillon'],
    run: async (id, by) => withdraw(await Acte.hold(id), by),
  },
]
