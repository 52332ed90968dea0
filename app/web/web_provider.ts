import vine from '@vinejs/vine'
import { frenchMessages } from './validation_messages.js'

/** What forms answer is in French, whatever validates them. */
export default class WebProvider {
  boot() {
    vine.messagesProvider = frenchMessages
  }
}
