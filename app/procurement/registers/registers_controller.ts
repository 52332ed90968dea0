import type { HttpContext } from '@adonisjs/core/http'
import { here } from '#web/here'
import Consultation from '../drafting/consultation.js'
import { NotOnline } from '../errors.js'
import { exportRegister, MEDIA, type RegisterFormat } from './export_register.js'
import { registerOf, REGISTERS, type RegisterName } from './register.js'

/** What happened to a consultation, register by register (ACH-08). */
export default class RegistersController {
  async index({ params, tenant, view }: HttpContext) {
    const consultation = await published(params.id)
    const registers = []
    for (const name of Object.keys(REGISTERS) as RegisterName[])
      registers.push(await registerOf(consultation, name))
    return view.render('procurement/registers', {
      ...{ consultation, registers },
      base: here('procurement.consultations.index', { tenant }),
      page: here('procurement.consultations.show', { tenant, id: consultation.id }),
    })
  }

  async show({ params, response, actor }: HttpContext) {
    const consultation = await published(params.id)
    const { register: name, format } = params as { register: RegisterName; format: RegisterFormat }
    const { bytes, sha256 } = await exportRegister(consultation, { name, format }, actor)
    const file = `registre-${name}-${consultation.reference.replaceAll('/', '-')}.${format}`
    response.header('content-type', MEDIA[format])
    response.header(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(file)}`
    )
    // RFC 9530, which the journal quotes too
    response.header('repr-digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`)
    return response.send(bytes)
  }
}

async function published(id: string): Promise<Consultation> {
  const consultation = await Consultation.get(id)
  if (!consultation.publishedAt) throw new NotOnline()
  return consultation
}
