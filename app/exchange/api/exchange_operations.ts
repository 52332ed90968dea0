import vine from '@vinejs/vine'
import { appUrl } from '#config/app'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import { sendFile } from '#web/api/send_file'
import { documents } from '#kernel/documents'
import { ExchangeMissing } from '../errors.js'
import Exchange from '../models/exchange.js'
import ExchangeFile from '../models/exchange_file.js'
import { openBox } from '../sending/boxes.js'
import { newExchange, prepare } from '../sending/prepare.js'

const PAGE = 50

const shape = vine.create({
  id: told.id(),
  kind: told.oneOf(['send', 'ask'] as const),
  title: told.text(),
  state: told.text(),
  expiresAt: told.moment(),
  /** Where its files are laid by tus, told once, when an envoi is prepared. */
  door: told.text().nullable(),
})

const toldOf = ({ id, kind, title, state, expiresAt }: Exchange, door: string | null = null) => ({
  ...{ id, kind, title, state, door },
  expiresAt: expiresAt.toUTC().toISO()!,
})

const thing = { kind: 'thing', of: 'Echange', shape } as const
const reading = { permission: 'exchange.read', gestures: [] }
const writing = { permission: 'exchange.write', refuses: [409] }

export const exchangeOperations: Operation[] = [
  {
    ...reading,
    name: 'list',
    call: 'GET /',
    title: 'Lister les échanges',
    query: vine.create({ apres: vine.string().uuid().optional() }),
    answer: { kind: 'list', of: 'Echange', shape },
    async run({ query }) {
      const find = Exchange.query()
        .orderBy('id', 'desc')
        .limit(PAGE + 1)
      if (query.apres) find.where('id', '<', query.apres)
      const found = await find
      const items = found.slice(0, PAGE)
      const next = found.length > PAGE ? items.at(-1)!.id : null
      return { items: items.map((one) => toldOf(one)), next }
    },
  },
  {
    ...reading,
    name: 'show',
    call: 'GET /:exchange',
    title: 'Lire un échange',
    answer: thing,
    run: async ({ params }) => toldOf(await Exchange.get(params.exchange)),
  },
  {
    ...reading,
    name: 'file',
    call: 'GET /:exchange/fichiers/:file',
    title: 'Télécharger un fichier d’un échange',
    answer: { kind: 'file', says: 'Le fichier, entier ou en partie' },
    async run({ ctx, params }) {
      const { id } = await Exchange.get(params.exchange)
      const file = await ExchangeFile.find(params.file)
      if (file?.exchangeId !== id || !file.documentId) throw new ExchangeMissing()
      await sendFile(ctx, { ...(await documents.find(file.documentId)), name: file.name })
    },
  },
  {
    ...writing,
    name: 'prepare',
    call: 'POST /',
    title: 'Préparer un envoi, ou ouvrir une demande',
    says: 'Un envoi attend ses fichiers, déposés par tus à l’adresse « door », puis part ; une demande part aussitôt.',
    body: newExchange,
    answer: { ...thing, status: 201 },
    seen: { nothing: 'an exchange is added beside the others' },
    gestures: ['exchange.exchanges.store'],
    async run({ ctx, body }) {
      const exchange = await prepare(body, ctx.actor)
      if (exchange.kind === 'send')
        return toldOf(exchange, `${appUrl}/depot/${await openBox(exchange, null)}`)
      await exchange.open(ctx.actor)
      return toldOf(exchange)
    },
  },
  {
    ...writing,
    name: 'send',
    call: 'POST /:exchange/envoi',
    title: 'Envoyer ce qui est préparé',
    answer: thing,
    seen: { nothing: 'its state refuses a second sending' },
    gestures: ['exchange.gestures.send'],
    async run({ ctx, params }) {
      const exchange = await Exchange.hold(params.exchange)
      await exchange.open(ctx.actor)
      return toldOf(exchange)
    },
  },
  {
    ...writing,
    name: 'revoke',
    call: 'POST /:exchange/retrait',
    title: 'Retirer un échange, aussitôt et partout',
    answer: thing,
    seen: { nothing: 'its state refuses a second time' },
    gestures: ['exchange.gestures.revoke'],
    async run({ ctx, params }) {
      const exchange = await Exchange.hold(params.exchange)
      await exchange.revoke(ctx.actor)
      return toldOf(exchange)
    },
  },
]
