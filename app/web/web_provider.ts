import { HttpResponse } from '@adonisjs/core/http'
import type { ApplicationService } from '@adonisjs/core/types'
import lodash from '@poppinss/utils/lodash'
import vine from '@vinejs/vine'
import { writePagesAsBytes } from '#lib/patches/bytes_of_pages'
import { emitToListenersOnly } from '#lib/patches/emits_to_listeners_only'
import { boundPlacesInForms } from '#lib/patches/places_in_forms'
import { makePlainClassesAtOnce } from '#lib/patches/plain_classes'
import { rememberSigned } from '#lib/patches/signed_cookies'
import { discardUploads } from './uploads/discarded.js'
import { frenchMessages } from './validation_messages.js'

/** What serving pages needs: French answers to forms, files that do not stay in the clear, measures. */
export default class WebProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    vine.messagesProvider = frenchMessages
    boundPlacesInForms(lodash)
    const emitter = await this.app.container.make('emitter')
    emitter.on('http:request_completed', ({ ctx }) =>
      discardUploads(ctx.request).catch((error) =>
        ctx.logger.error({ err: error }, 'an uploaded file stays in the clear')
      )
    )
    const encryption = await this.app.container.make('encryption')
    writePagesAsBytes(HttpResponse.prototype)
    rememberSigned(encryption.getMessageVerifier())
    makePlainClassesAtOnce(Object.getPrototypeOf(this.app.container.createResolver()))
    // In tests an emitter that is made a fake must hear what nobody listens to.
    if (this.app.inProduction) emitToListenersOnly(emitter)
  }

  async ready() {
    if (this.app.getEnvironment() !== 'web') return
    // Each of several web processes is asked for its measures, whatever pages it has served.
    await import('./watch/all_metrics.js')
  }
}
