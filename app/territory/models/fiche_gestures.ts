import type { Gesture } from '#web/list/index'
import { defineError } from '#lib/errors'
import type { FicheStatut } from '../rules/fiche_statut.js'
import Fiche from './fiche.js'

const AlreadySo = defineError('E_FICHE_ALREADY_SO', 'Cette fiche est déjà ainsi.', 409)

const show = (shown: boolean) => async (id: string, by: Parameters<Gesture['run']>[1]) => {
  const fiche = await Fiche.hold(id)
  if (fiche.public === shown) throw new AlreadySo()
  await fiche.setPublic(shown, by)
}

const set = (statut: FicheStatut) => async (id: string, by: Parameters<Gesture['run']>[1]) => {
  const fiche = await Fiche.hold(id)
  if (fiche.statut === statut) throw new AlreadySo()
  await fiche.setStatut(statut, by)
}

/** What who conducts the project may do to several sheets at once. */
export const FICHE_GESTURES: Gesture[] = [
  {
    name: 'montrer',
    label: 'Montrer aux habitants',
    icon: 'eye',
    permission: 'territory.lead',
    confirm: 'Montrer ces fiches sur la page publique du projet ?',
    done: ['fiche montrée', 'fiches montrées'],
    undo: 'masquer',
    run: show(true),
  },
  {
    name: 'masquer',
    label: 'Ne plus montrer',
    icon: 'eye-off',
    permission: 'territory.lead',
    done: ['fiche retirée', 'fiches retirées'],
    undo: 'montrer',
    run: show(false),
  },
  {
    name: 'en_cours',
    label: 'Marquer en cours',
    icon: 'play',
    permission: 'territory.lead',
    done: ['fiche en cours', 'fiches en cours'],
    run: set('en_cours'),
  },
  {
    name: 'realisees',
    label: 'Marquer réalisées',
    icon: 'circle-check',
    permission: 'territory.lead',
    done: ['fiche réalisée', 'fiches réalisées'],
    run: set('realise'),
  },
]
