import { readFile } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import { CertificateUnreadable } from '#lib/signature'
import { here } from '#web/here'
import Seal from '../models/seal.js'
import { depositSeal } from '../signing/deposit_seal.js'

/** The server seal of the collectivite. */
export default class SealsController {
  async show({ view }: HttpContext) {
    return view.render('parapheur/seal', { seal: await Seal.inForce() })
  }

  async store({ request, response, session, tenant, actor }: HttpContext) {
    // Compared with nothing: a seal is added; the former ones stay, with their dates
    const file = request.file('store', { size: '1mb' })
    if (!file?.tmpPath || !file.isValid) throw new CertificateUnreadable().at('store')
    const password = String(request.input('password') ?? '')
    await depositSeal(await readFile(file.tmpPath), password, actor)
    session.flash('success', 'Le cachet est enregistré. Les dossiers qui l’attendaient repartent.')
    return response.redirect(here('parapheur.seals.show', { tenant }))
  }
}
