import { day } from '#lib/french/dates'
import { findByWords, inOrder, whyFound, type Search } from '#web/search'
import { actesIndexed } from './indexed.js'
import Acte from './models/acte.js'
import { openLetters } from './models/open_letters.js'
import { shownState } from './rules/shown_state.js'

export const search: Search = {
  permission: 'actes.read',
  async find(words, { tenantSlug, limit, allows }) {
    const scope = { kind: actesIndexed.kind, allows }
    const { ids, terms } = await findByWords(scope, words, limit)
    const actes = await Acte.query().whereIn('id', ids)
    const letters = await openLetters(ids)
    const said = (acte: Acte) => [acte.objet || acte.title, acte.title]
    const shown = actes.map((acte) => ({ id: acte.id, said: said(acte), fields: fieldsOf(acte) }))
    const whys = await whyFound(scope, shown, terms)
    return inOrder(ids, actes).map((acte) => ({
      title: acte.objet || acte.title,
      hint: `${acte.title}, ${shownState(acte.state, letters.get(acte.id)?.kind ?? null).label.toLowerCase()}`,
      url: `/c/${tenantSlug}/actes/${acte.id}`,
      terms,
      why: whys.get(acte.id),
    }))
  },
}

const fieldsOf = ({ publicObjet, identifier, matiere, decisionDay }: Acte) => ({
  'Décision': decisionDay && day(decisionDay.toString()),
  'Objet public': publicObjet,
  'Identifiant': identifier,
  'Matière': matiere,
})
