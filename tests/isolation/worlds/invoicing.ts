import { followKey } from '#app/invoicing/follow_link'
import { uuidv7 } from '#lib/values'
import { someInvoice } from '#tests/invoicing/some_invoice'
import { put } from '../support/put.js'
import { defineWorld } from '../world.js'

/** An invoice of the tenant in context, and the routes that name it. */
export default defineWorld(async (_, person) => {
  const { id, documentId } = await someInvoice({ supplier: 'Fournisseur de la voisine' })
  const view = await put('kernel.saved_views', {
    list: 'invoicing.invoices',
    name: `Factures secrètes de la voisine ${uuidv7()}`,
    query: 'etat=ici',
    person_id: person,
    shared: true,
    created_at: new Date(),
  })
  return {
    routes: {
      'invoicing.lists.forget': { id: view },
      'invoicing.': { id, document: documentId!, link: followKey(id) },
    },
    bodies: {
      'invoicing.services.store': { doneOn: '2026-11-21' },
      'invoicing.mandats.store': { mandat: '12' },
      'invoicing.follow_mails.store': { email: 'fournil@exemple.test' },
    },
    secrets: ['Fournisseur de la voisine', 'Factures secrètes de la voisine'],
  }
})
