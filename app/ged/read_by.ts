import vine from '@vinejs/vine'
import { LineFault } from './rules/written_lines.js'

/** A text that must be read; what is not is told in its words. */
export const readBy = (name: string, parse: (text: string) => unknown) =>
  vine.createRule((text, _options, field) => {
    if (typeof text !== 'string') return
    try {
      parse(text)
    } catch (error) {
      if (!(error instanceof LineFault)) throw error
      field.report(error.message, name, field)
    }
  })()
