/**
 * `npm run verify -- proof.json --dir DIR [--anchors roots.pem] [--key key.pem]`: checks a proof
 * bundle with the files at hand only. It opens no connection, asks no database and none of our servers.
 */
import { createHash, X509Certificate } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import {
  BundleRejected,
  parseProofBundle,
  parseSealKeys,
  verifyBundle,
  type Finding,
  type MeasureFile,
  type SealKey,
} from '#lib/proof'
import { tokenVerifier } from '#lib/signature/token_verifier'

const USAGE = `Vérifie un dossier de preuve, sans réseau et sans nos serveurs.

  npm run verify -- proof.json [--dir DOSSIER] [--anchors racines.pem] [--key cle.pem] [--json]

  --dir      le dossier où sont les fichiers (par défaut, celui de proof.json)
  --anchors  les certificats racines des autorités d’horodatage que vous reconnaissez (PEM)
  --key      la clé publique de la plateforme, obtenue ailleurs que dans ce dossier : sur sa page
             « /preuves/cle », ou de votre exploitant. Sans elle, rien ne dit qui a émis le dossier.
             L’option se répète.
  --json     le résultat pour un programme

Le code de sortie est 0 si rien n’a échoué, 1 sinon, 2 si la commande est mal écrite.`

const LABELS = { ok: 'exact  ', reserve: 'réserve', failed: 'ÉCHEC  ' }

class WrongUsage extends Error {}

async function main(): Promise<number> {
  const { proof, dir, anchors, keys, json } = readArguments()
  const bundle = parseProofBundle(await read(proof))
  const findings = await verifyBundle(bundle, {
    measureFile: measureIn(dir),
    verifyToken: tokenVerifier(await readAnchors(anchors)),
    keys: await readKeys(keys),
  })
  const failures = findings.filter(({ outcome }) => outcome === 'failed').length
  if (json) console.log(JSON.stringify({ valid: failures === 0, findings }, null, 2))
  else report(findings, `${bundle.software.name} ${bundle.software.version}`, failures)
  return failures === 0 ? 0 : 1
}

function readArguments() {
  const options = {
    dir: { type: 'string' },
    anchors: { type: 'string', multiple: true },
    key: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  } as const
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    if (positionals.length !== 1) throw new WrongUsage()
    const [proof] = positionals
    return {
      proof,
      dir: values.dir ?? dirname(proof),
      anchors: values.anchors ?? [],
      keys: values.key ?? [],
      json: values.json ?? false,
    }
  } catch {
    throw new WrongUsage()
  }
}

function measureIn(dir: string): MeasureFile {
  return async (name) => {
    const hash = createHash('sha256')
    let size = 0
    try {
      await pipeline(createReadStream(join(dir, name)), async (source: AsyncIterable<Buffer>) => {
        for await (const chunk of source) {
          hash.update(chunk)
          size += chunk.length
        }
      })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
    return { size, sha256: hash.digest('hex') }
  }
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT' && code !== 'EISDIR') throw error
    throw new BundleRejected(
      `« ${path} » n’est pas un fichier que l’on puisse lire depuis ${process.cwd()} : donnez son chemin complet.`
    )
  }
}

async function readKeys(paths: string[]): Promise<SealKey[]> {
  const texts = await Promise.all(paths.map(read))
  return texts.flatMap((text) => parseSealKeys(text.toString('utf8')))
}

async function readAnchors(paths: string[]): Promise<Buffer[]> {
  const texts = await Promise.all(paths.map(read))
  const certificates = texts
    .join('\n')
    .match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)
  if (paths.length > 0 && !certificates)
    throw new BundleRejected('Aucun certificat dans --anchors.')
  return (certificates ?? []).map((pem) => new X509Certificate(pem).raw)
}

function report(findings: Finding[], software: string, failures: number): void {
  console.log(`Dossier de preuve produit par ${software}\n`)
  for (const { outcome, text } of findings) console.log(`  ${LABELS[outcome]}  ${text}`)
  console.log(`\n${conclusionOf(findings, failures)}`)
}

function conclusionOf(findings: Finding[], failures: number): string {
  if (failures > 0) {
    const checks =
      failures === 1 ? 'Une vérification a échoué' : `${failures} vérifications ont échoué`
    return `${checks} : ce dossier ne prouve pas ce qu’il annonce.`
  }
  const reserves = new Set(
    findings.filter(({ outcome }) => outcome === 'reserve').map(({ code }) => code)
  )
  if (reserves.size === 0) {
    return 'Tout concorde : les fichiers, le journal, les scellés et leur horodatage, sous la clé que vous avez donnée.'
  }
  const wanted = [
    ...(reserves.has('issuer') ? ['qui l’a émis n’est pas établi (--key)'] : []),
    ...(reserves.has('token') ? ['l’autorité d’horodatage n’est pas établie (--anchors)'] : []),
  ]
  return `Tout concorde, avec des réserves : ${wanted.join(' ; ')}.`
}

try {
  process.exitCode = await main()
} catch (error) {
  const wrongUsage = error instanceof WrongUsage
  console.error(wrongUsage ? USAGE : `  ÉCHEC    ${(error as Error).message}`)
  process.exitCode = wrongUsage ? 2 : 1
}
