import vine from '@vinejs/vine'
import { told } from '#web/api/shapes'
import { dropReceiver, nameReceiver, tryReceiver } from '../alerts/own_receiver.js'
import type { Alert } from '../alerts/alert.js'
import { forgetOwnSearch, ownSearches, saveOwnSearch } from '../alerts/own_search.js'
import { ownSearchForm, receiverForm } from '../alerts/search_form.js'
import { criteriaQuery, PACES, type Pace } from '../rules/alert.js'
import { OPEN_ROOT, type OpenOperation } from './open_operation.js'

const search = {
  id: told.id(),
  q: told.text().nullable(),
  cpv: told.text().nullable(),
  departement: told.text().nullable(),
  nature: told.text().nullable(),
  buyer: told.text().nullable(),
  pace: told.oneOf(Object.keys(PACES) as Pace[]),
  state: told.text(),
  isMailed: told.flag(),
  /** What it finds, at any time. */
  url: told.text(),
}
const searchShape = vine.create(search)
/** `secret` signs what is sent to its program; told this once. */
const savedShape = vine.create({ ...search, secret: told.text().nullable() })
const secretShape = vine.create({ secret: told.text() })
const doneShape = vine.create({ id: told.id() })

/** The searches that somebody saved, and the program that is told of what each finds. */
export const searchOperations: OpenOperation[] = [
  {
    name: 'searches.index',
    call: 'GET /recherches',
    title: 'Lister ses recherches enregistrées',
    says: 'Cinquante au plus : toutes sont dans la réponse.',
    answer: { of: 'Recherche', shape: searchShape, list: true },
    run: async ({ ctx }) => ({
      items: (await ownSearches(ctx.door.personId)).map(searchTold),
      next: null,
    }),
  },
  {
    name: 'searches.store',
    call: 'POST /recherches',
    title: 'Enregistrer une recherche, dite par courriel, par webhook, ou les deux',
    says: 'La même, au même rythme, est rendue : 200, sans secret. Ce qui est trouvé part une fois par recherche et par tour.',
    body: ownSearchForm,
    answer: { of: 'RechercheEnregistree', shape: savedShape, status: 201 },
    refuses: [409, 422],
    async run({ ctx, body }) {
      const { pace, isMailed = false, webhook, ...criteria } = body
      const asked = { criteria, pace, isMailed, webhook }
      const { alert, secret, isNew } = await saveOwnSearch(ctx.door.personId, asked)
      return { isNew, told: { ...searchTold(alert), secret } }
    },
  },
  {
    name: 'searches.remove',
    call: 'POST /recherches/:id/retrait',
    title: 'Oublier une recherche, et le logiciel qu’elle prévient',
    answer: { of: 'Recherche', shape: searchShape },
    run: async ({ ctx, params }) => searchTold(await forgetOwnSearch(ctx.door.personId, params.id)),
  },
  {
    name: 'searches.name_receiver',
    call: 'POST /recherches/:id/webhook',
    title: 'Nommer le logiciel à prévenir, à la place du précédent',
    says: 'Une adresse `https` d’internet. Son secret est dans cette réponse seule.',
    body: receiverForm,
    answer: { of: 'SecretDeWebhook', shape: secretShape },
    refuses: [422],
    async run({ ctx, params, body }) {
      const { secret } = await nameReceiver(ctx.door.personId, params.id, body.webhook)
      return { secret }
    },
  },
  {
    name: 'searches.try_receiver',
    call: 'POST /recherches/:id/webhook/essai',
    title: 'Envoyer un essai au logiciel',
    answer: { of: 'Fait', shape: doneShape },
    refuses: [409],
    async run({ ctx, params: { id } }) {
      await tryReceiver(ctx.door.personId, id)
      return { id }
    },
  },
  {
    name: 'searches.drop_receiver',
    call: 'POST /recherches/:id/webhook/retrait',
    title: 'Ne plus prévenir le logiciel',
    answer: { of: 'Fait', shape: doneShape },
    async run({ ctx, params: { id } }) {
      await dropReceiver(ctx.door.personId, id)
      return { id }
    },
  },
]

const searchTold = ({ id, criteria, pace, state, isMailed }: Alert) => ({
  ...{ id, pace, state, isMailed },
  q: criteria.q ?? null,
  cpv: criteria.cpv ?? null,
  departement: criteria.departement ?? null,
  nature: criteria.nature ?? null,
  buyer: criteria.buyer ?? null,
  url: `${OPEN_ROOT}/consultations?${criteriaQuery(criteria)}`,
})
