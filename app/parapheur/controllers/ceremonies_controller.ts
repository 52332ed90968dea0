import type { HttpContext } from '@adonisjs/core/http'
import { readHolder } from '#lib/signature'
import { here } from '#web/here'
import { stepFor } from '../circuit/act.js'
import { lowerFirst } from '../circuit/gestures.js'
import { NotYourStep } from '../errors.js'
import { folderScreen } from '../folder_screen.js'
import Folder from '../models/folder.js'
import { holderFacts, spokenFacts } from '../signing/certificate_screen.js'
import { openCeremony } from '../signing/open_ceremony.js'
import { certificatesValidator } from '../validators.js'
import { certificatesIn } from './certificates_controller.js'

/** A signing session: its page, and its first phase asked by the page's script. */
export default class CeremoniesController {
  async show({ params, view, actor, response, tenant, membership }: HttpContext) {
    const folder = await Folder.get(params.id)
    const screen = await folderScreen(folder, actor.id!)
    if (!screen.mayAct)
      return response.redirect(here('parapheur.folders.show', { tenant, id: folder.id }))
    const { step, mandate } = await stepFor(folder, actor.id!)
    if (step.kind !== 'signature') throw new NotYourStep()
    const quality = mandate.onBehalfOf
      ? `en l’absence de ${mandate.onBehalfOf}`
      : `en qualité de ${lowerFirst(membership.title ?? step.deskName)}`
    const toSign = screen.contents.filter((one) => one.toSign)
    const isRead = toSign.every((one) => one.isRead)
    return view.render('parapheur/ceremony', { ...screen, toSign, isRead, quality })
  }

  async store({ params, request, response, tenant, actor }: HttpContext) {
    // Compared with nothing: the folder's versions are frozen in it, and a change of them closes it
    const sent = certificatesIn(await request.validateUsing(certificatesValidator))
    const { ceremony, items } = await openCeremony(params.id, actor.id!, sent)
    return response.status(201).send({
      nonce: ceremony.nonce,
      holder: spokenFacts(holderFacts(readHolder(ceremony.certificate))),
      answer: here('parapheur.signatures.store', { tenant, id: ceremony.id }),
      items: items.map((item) => ({
        item: item.id,
        digestName: item.digestName,
        signedAttributes: item.signedAttributes.toString('base64'),
      })),
    })
  }
}
