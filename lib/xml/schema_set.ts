import { readFileSync, realpathSync, statSync } from 'node:fs'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { parseXml, type ParseXmlOptions, type XmlDoc } from './document.js'
import { XmlRejected } from './rejected.js'
import { withSchemaFiles } from './schema_loader.js'

export interface SchemaProblem {
  /** 0 when the document could not be read at all. */
  line: number
  message: string
}

const loaded = new Map<string, SchemaSet>()

/**
 * An official XSD with what it includes and imports, compiled once per process.
 * Official schemas are imported by the operator: they are never in the product.
 */
export class SchemaSet {
  private constructor(
    // Kept alive: the compiled schema points into it
    readonly schema: XmlDocument,
    private readonly validator: XsdValidator
  ) {}

  /**
   * Loads a schema from disk, or returns the one already loaded if the file has not changed.
   * @throws XmlLibError when the schema itself is wrong or an import is missing
   */
  static load(mainXsdPath: string): SchemaSet {
    const path = realpathSync(mainXsdPath)
    const key = `${path}@${statSync(path).mtimeMs}`
    const known = loaded.get(key)
    if (known) return known
    const set = withSchemaFiles(path, () => {
      const schema = XmlDocument.fromBuffer(readFileSync(path), { url: path })
      return new SchemaSet(schema, XsdValidator.fromDoc(schema))
    })
    loaded.set(key, set)
    return set
  }

  /** What the schema reproaches to a document; empty when valid. An unreadable document is a problem too. */
  validate(document: Uint8Array | XmlDoc, options?: ParseXmlOptions): SchemaProblem[] {
    if (!(document instanceof Uint8Array)) return this.problemsOf(document)
    try {
      using parsed = parseXml(document, options)
      return this.problemsOf(parsed)
    } catch (error) {
      if (error instanceof XmlRejected) return [{ line: 0, message: error.message }]
      throw error
    }
  }

  private problemsOf(document: XmlDoc): SchemaProblem[] {
    try {
      this.validator.validate(document.native)
      return []
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error
      return error.details.map(({ line, message }) => ({ line, message: message.trim() }))
    }
  }
}
