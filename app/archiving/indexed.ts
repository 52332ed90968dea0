import { defineIndexed } from '#web/search'
import Deposit from './models/deposit.js'
import DepositDocument from './models/deposit_document.js'

/** A deposit by its title, its references, the words of its description and the text of its files. */
export const depositsIndexed = defineIndexed('archiving.deposit', Deposit, async (deposit) => {
  const { reference, description, documentType, keywords = [] } = deposit.description
  const files = await DepositDocument.of(deposit.id)
  return {
    permission: 'archiving.read',
    words: {
      A: [deposit.title, reference, deposit.messageIdentifier, deposit.archiveIdentifier],
      C: [documentType, ...keywords.map(({ content }) => content)],
      D: ['versement archive', description],
    },
    publicWords: null,
    documents: files.map(({ documentId: id }) => ({ id, isPublic: false })),
  }
}).with(DepositDocument, ({ depositId }) => depositId)
