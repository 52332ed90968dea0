import { Parser, processors } from 'xml2js'
import { parseXml, type ParseXmlOptions } from './document.js'
import { decodeXml } from './text.js'
import { XmlRejected } from './rejected.js'

/** Local names as keys; attributes under `$`, text under `_`, children always in lists. */
export interface XmlObject {
  $?: Record<string, string>
  _?: string
  [child: string]: XmlObject[] | Record<string, string> | string | undefined
}

/**
 * A small, data-like document as a plain object, once the safe parser has accepted it.
 * Order between different children and namespaces are lost: not for signed or mixed content.
 * @throws XmlRejected as parseXml does
 */
export function xmlToObject(bytes: Uint8Array, options?: ParseXmlOptions): XmlObject {
  parseXml(bytes, options).dispose()
  const parser = new Parser({
    async: false,
    explicitRoot: false,
    explicitArray: true,
    explicitCharkey: true,
    normalize: true,
    trim: true,
    tagNameProcessors: [processors.stripPrefix],
    attrNameProcessors: [processors.stripPrefix],
  })
  let object: XmlObject | null = null
  parser.parseString(decodeXml(bytes), (error, result) => {
    if (error) throw new XmlRejected('E_XML_MALFORMED', error.message)
    object = result
  })
  if (object === null) throw new XmlRejected('E_XML_EMPTY')
  return object
}
