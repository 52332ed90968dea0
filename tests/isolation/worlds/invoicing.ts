import { followKey } from '#app/invoicing/follow_link'
import CallbackDoor from '#app/invoicing/models/callback_door'
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
  // A member has one, and each group of a suite builds this world again
  const door = (await CallbackDoor.query().first()) ?? (await CallbackDoor.create({}))
  await put('invoicing.flows', {
    flow_id: uuidv7(),
    name: 'flux-secret-de-la-voisine.xml',
    syntax: 'CII',
    direction: 'Out',
    acknowledgement: 'Ok',
    submitted_at: new Date(),
    changed_at: new Date(),
  })
  await put('invoicing.purchase_orders', {
    number: `BC-${uuidv7()}`,
    supplier_name: 'Commande secrète de la voisine',
    label: '',
    amount_gross: '10.00',
    imported_at: new Date(),
  })
  return {
    routes: {
      'invoicing.public.callbacks.': { door: door.id },
      'invoicing.lists.forget': { id: view },
      'invoicing.': { id, document: documentId!, link: followKey(id) },
    },
    bodies: {
      'invoicing.services.store': { doneOn: '2026-11-21' },
      'invoicing.mandats.store': { mandat: '12' },
      'invoicing.accounts.store': { step: 'checked' },
      'invoicing.follow_mails.store': { email: 'fournil@exemple.test' },
    },
    secrets: [
      'Fournisseur de la voisine',
      'Factures secrètes de la voisine',
      'flux-secret-de-la-voisine',
      'Commande secrète de la voisine',
    ],
  }
})
