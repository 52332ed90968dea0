import { defineIndexed } from '#web/search'
import Deposit from './models/deposit.js'

/** A deposit by its title, its references and the words of its description. */
export const depositsIndexed = defineIndexed('archiving.deposit', Deposit, (deposit) => {
  const { reference, description, documentType, keywords = [] } = deposit.description
  return {
    permission: 'archiving.read',
    words: {
      A: [deposit.title, reference, deposit.messageIdentifier, deposit.archiveIdentifier],
      C: [documentType, ...keywords.map(({ content }) => content)],
      D: [description],
    },
    publicWords: null,
  }
})
