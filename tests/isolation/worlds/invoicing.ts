import { followKey } from '#app/invoicing/follow_link'
import { someInvoice } from '#tests/invoicing/some_invoice'
import { defineWorld } from '../world.js'

/** An invoice of the tenant in context, and the routes that name it. */
export default defineWorld(async () => {
  const { id, documentId } = await someInvoice({ supplier: 'Fournisseur de la voisine' })
  return {
    routes: { 'invoicing.': { id, document: documentId!, link: followKey(id) } },
    bodies: {
      'invoicing.services.store': { doneOn: '2026-11-21' },
      'invoicing.mandats.store': { mandat: '12' },
      'invoicing.follow_mails.store': { email: 'fournil@exemple.test' },
    },
    secrets: ['Fournisseur de la voisine'],
  }
})
