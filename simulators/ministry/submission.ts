import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { XmlDocument } from 'libxml2-wasm'
import { extract } from 'tar-stream'

export const NAMESPACES = {
  actes: 'http://www.interieur.gouv.fr/ACTES#v1.1-20040216',
  insee: 'http://xml.insee.fr/schema',
}

const ARCHIVE = /^[A-Z]{3}-((?:EACT|TACT)--(\d{9})--\d{8}-\d+)\.tar\.gz$/
const LARGEST = 150_000_000

/** What a collectivite sent, opened. */
export interface Submission {
  archive: string
  sha256: string
  /** Name of the envelope without extension. */
  envelope: string
  siren: string
  departement: string
  arrondissement: string
  returnAddresses: string[]
  /** Text of the envelope, which an ANO_ copies. */
  envelopeXml: string
  formName: string
  form: Element
  formXml: string
  files: Map<string, Buffer>
}

export interface Element {
  name: string
  get(xpath: string): string | null
  list(xpath: string): string[]
}

/** The archive cannot even be opened: the ministry answers on the spot, by HTTP. */
export class Unreadable extends Error {}

/** Opens an archive: name, gzip, flat ustar, envelope, one form. */
export async function openSubmission(archive: string, bytes: Buffer): Promise<Submission> {
  const named = ARCHIVE.exec(archive)
  if (!named) throw new Unreadable(`Nom d'archive incorrect : ${archive}`)
  if (bytes.length > LARGEST) throw new Unreadable('Archive de plus de 150 Mo')
  const files = await untar(bytes)
  const [, envelope, siren] = named
  const envelopeBytes = files.get(`${envelope}.xml`)
  if (!envelopeBytes) throw new Unreadable(`Enveloppe absente : ${envelope}.xml`)
  const root = readXml(envelopeBytes)
  if (root.name !== 'EnveloppeCLMISILL') throw new Unreadable(`Enveloppe inconnue : ${root.name}`)
  const formName = root.get('actes:FormulairesEnvoyes/actes:Formulaire/actes:NomFichier') ?? ''
  const formBytes = files.get(formName)
  if (!formBytes) throw new Unreadable(`Formulaire absent : ${formName}`)
  const idcl = (name: string) => root.get(`actes:Emetteur/actes:IDCL/@${name}`) ?? ''
  if (idcl('insee:SIREN') !== siren)
    throw new Unreadable('SIREN différents dans le nom et l’enveloppe')
  return {
    archive,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    envelope,
    siren,
    departement: idcl('actes:Departement'),
    arrondissement: idcl('actes:Arrondissement'),
    returnAddresses: root.list('actes:AdressesRetour/actes:Email'),
    envelopeXml: envelopeBytes.toString('latin1'),
    formName,
    form: readXml(formBytes),
    formXml: formBytes.toString('latin1'),
    files,
  }
}

async function untar(bytes: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  try {
    const tar = extract()
    tar.end(gunzipSync(bytes))
    for await (const entry of tar) {
      const chunks: Uint8Array[] = []
      for await (const chunk of entry) chunks.push(chunk as Uint8Array)
      if (entry.header.name.includes('/')) throw new Unreadable('Archive non plate')
      files.set(entry.header.name, Buffer.concat(chunks))
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable(`Archive illisible : ${(error as Error).message}`)
  }
  return files
}

function readXml(bytes: Buffer): Element {
  let document: XmlDocument
  try {
    document = XmlDocument.fromBuffer(bytes)
  } catch (error) {
    throw new Unreadable(`XML illisible : ${(error as Error).message}`)
  }
  const list = (root: XmlDocument) => (xpath: string) =>
    root.root.find(xpath, NAMESPACES).map((node) => node.content)
  const all = list(document)
  return { name: document.root.name, list: all, get: (xpath) => all(xpath)[0] ?? null }
}
