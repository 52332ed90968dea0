import { defineIndexed } from '#web/search'
import Exchange from './models/exchange.js'
import Recipient from './models/recipient.js'

/** An exchange by its objet, its message and the addresses that it is for. */
export const exchangesIndexed = defineIndexed(
  'exchange.exchange',
  Exchange,
  async ({ id, title, message }) => ({
    permission: 'exchange.read',
    words: {
      A: [title],
      C: (await Recipient.of(id)).map(({ email }) => email),
      D: [message ?? ''],
    },
    publicWords: null,
    documents: [],
  })
)
